package io.github.spikesweep.results.file;

import io.github.spikesweep.columnar.RowNumber;
import io.github.spikesweep.columnar.RowValues;
import io.github.spikesweep.columnar.TableFile;
import io.github.spikesweep.columnar.TableReader;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.RowStatus;
import io.github.spikesweep.sweep.refine.KnownRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.OutputFile;

/**
 * Writes the rows of a refined sweep that were not simulated: with the results of simulated ones that stand for them, and the
 * status {@code filled}.
 */
public final class FilledFile {
    private static final String ID = "id";
    private static final byte[] STATUS = RowStatus.FILLED.label().getBytes(StandardCharsets.UTF_8);

    private final SweepDefinition definition;
    private final List<Column> columns;
    private long[] filled;
    private long[] nearest;

    private FilledFile(SweepDefinition definition) {
        this.definition = definition;
        this.columns = definition.columns();
    }

    /**
     * The rows that follow from simulated ones.
     *
     * @param wanted which of them
     */
    public static FilledFile of(SweepDefinition definition, KnownRows known, LongPredicate wanted) {
        FilledFile file = new FilledFile(definition);
        int[] count = {0};
        known.fill((id, from) -> count[0] += wanted.test(id) ? 1 : 0);
        file.filled = new long[count[0]];
        file.nearest = new long[count[0]];
        count[0] = 0;
        known.fill((id, from) -> {
            if (wanted.test(id)) {
                file.filled[count[0]++] = id;
            }
        });
        Arrays.sort(file.filled);
        known.fill((id, from) -> {
            int at = Arrays.binarySearch(file.filled, id);
            if (at >= 0) {
                file.nearest[at] = from;
            }
        });
        return file;
    }

    /** How many there are. */
    public int rows() {
        return filled.length;
    }

    /**
     * Writes them.
     *
     * @param simulated the files with the simulated rows
     * @param sparkVersion the version of Spark that reads the file as its own
     */
    public void write(List<DataFile> simulated, OutputFile target, String sparkVersion) throws IOException {
        Sources sources = new Sources(simulated);
        try (TableFile file = new TableFile(target, columns, sparkVersion)) {
            for (int row = 0; row < filled.length; row++) {
                file.write(new Filled(filled[row], nearest[row], sources));
            }
            file.complete();
        }
    }

    /** The results of simulated rows, in the order of their ids: NaN where there is none. */
    private final class Sources {
        private final long[] ids;
        private final Map<Integer, double[]> numbers = new HashMap<>();
        private final Map<Integer, String[]> texts = new HashMap<>();

        Sources(List<DataFile> files) throws IOException {
            ids = Arrays.stream(nearest).sorted().distinct().toArray();
            for (int column = 0; column < columns.size(); column++) {
                if (isResult(column) && columns.get(column).type() == Column.Type.STRING) {
                    texts.put(column, new String[ids.length]);
                } else if (isResult(column)) {
                    double[] missing = new double[ids.length];
                    Arrays.fill(missing, Double.NaN);
                    numbers.put(column, missing);
                }
            }
            for (DataFile file : files) {
                try (TableReader reader = TableReader.open(file.input())) {
                    reader.each(wanted(), this::take);
                }
            }
        }

        private List<String> wanted() {
            List<String> names = new ArrayList<>(List.of(ID));
            for (int column = 0; column < columns.size(); column++) {
                if (isResult(column)) {
                    names.add(columns.get(column).name());
                }
            }
            return names;
        }

        private void take(Group row) {
            int at = Arrays.binarySearch(ids, row.getLong(ID, 0));
            if (at < 0) {
                return;
            }
            for (int column = 0; column < columns.size(); column++) {
                String name = columns.get(column).name();
                if (isResult(column) && row.getFieldRepetitionCount(name) > 0) {
                    switch (columns.get(column).type()) {
                        case INT, LONG, DOUBLE -> numbers.get(column)[at] = RowNumber.of(row, name);
                        case STRING -> texts.get(column)[at] = row.getString(name, 0);
                        case DOUBLE_ARRAY -> throw new IllegalStateException(name + " cannot be filled in");
                    }
                }
            }
        }

        int at(long id) {
            return Arrays.binarySearch(ids, id);
        }
    }

    private boolean isResult(int column) {
        return columns.get(column).needsSimulation() && columns.get(column).role() != Column.Role.STATUS;
    }

    /** A row that was not simulated. */
    private final class Filled implements RowValues {
        private final Point point;
        private final Sources sources;
        private final int source;

        Filled(long id, long nearest, Sources sources) {
            this.point = new Point(definition.space(), id);
            this.sources = sources;
            this.source = sources.at(nearest);
        }

        @Override
        public boolean isNull(int column) {
            if (isResult(column)) {
                return columns.get(column).type() == Column.Type.STRING
                        ? sources.texts.get(column)[source] == null
                        : Double.isNaN(sources.numbers.get(column)[source]);
            }
            if (definition.outputs().get(column) instanceof Output.Carried carried) {
                return columns.get(column).type() == Column.Type.STRING
                        ? carried.text(point).isEmpty()
                        : Double.isNaN(carried.number(point));
            }
            return false;
        }

        @Override
        public long getLong(int column) {
            return columns.get(column).role() == Column.Role.ID ? point.id() : (long) getDouble(column);
        }

        @Override
        public int getInt(int column) {
            return (int) getDouble(column);
        }

        @Override
        public double getDouble(int column) {
            if (isResult(column)) {
                return sources.numbers.get(column)[source];
            }
            return definition.outputs().get(column) instanceof Output.Carried carried
                    ? carried.number(point)
                    : point.value(((Output.Coordinate) definition.outputs().get(column)).axis());
        }

        @Override
        public byte[] getText(int column) {
            if (columns.get(column).role() == Column.Role.STATUS) {
                return STATUS;
            }
            return text(column).getBytes(StandardCharsets.UTF_8);
        }

        private String text(int column) {
            if (isResult(column)) {
                return sources.texts.get(column)[source];
            }
            return definition.outputs().get(column) instanceof Output.Carried carried
                    ? carried.text(point).orElseThrow()
                    : point.name(((Output.Coordinate) definition.outputs().get(column)).axis());
        }

        @Override
        public double[] getDoubles(int column) {
            throw new IllegalStateException(columns.get(column).name() + " cannot be filled in");
        }
    }
}
