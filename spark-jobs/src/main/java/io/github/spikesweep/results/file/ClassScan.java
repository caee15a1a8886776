package io.github.spikesweep.results.file;

import io.github.spikesweep.columnar.RowNumber;
import io.github.spikesweep.columnar.TableReader;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.RowStatus;
import io.github.spikesweep.sweep.refine.KnownRows;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.refine.RowClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.parquet.example.data.Group;

/** Reads from the files of a refined sweep which rows were simulated, and of which classes they are. */
public final class ClassScan {
    private static final String ID = "id";

    private final RefinedGrid grid;
    private final RowClasses classes;
    private final Map<String, Column.Type> types = new HashMap<>();

    /** Of the rows of a grid. Rows of all files that it reads are of one class if they have the same number. */
    public ClassScan(SweepDefinition definition, RefinedGrid grid) {
        this.grid = grid;
        this.classes = new RowClasses(definition.refinement().by());
        definition.columns().forEach(column -> types.put(column.name(), column.type()));
    }

    /** The simulated rows in some files. */
    public KnownRows read(List<DataFile> files) throws IOException {
        return read(files, id -> {});
    }

    /**
     * The same.
     *
     * @param filled takes the ids of rows that were not simulated
     */
    public KnownRows read(List<DataFile> files, LongConsumer filled) throws IOException {
        KnownRows known = new KnownRows(grid);
        List<String> wanted = new ArrayList<>(List.of(ID, RowStatus.COLUMN));
        wanted.addAll(classes.columns());
        for (DataFile file : files) {
            try (TableReader reader = TableReader.open(file.input())) {
                reader.each(wanted, row -> {
                    long id = row.getLong(ID, 0);
                    switch (RowStatus.of(row.getString(RowStatus.COLUMN, 0))) {
                        case FILLED -> filled.accept(id);
                        case DIVERGED -> known.add(id, classes.diverged());
                        case OK -> known.add(id, classes.of(column -> value(row, column)));
                    }
                });
            }
        }
        return known;
    }

    private Object value(Group row, String name) {
        boolean isText = types.get(name) == Column.Type.STRING && row.getFieldRepetitionCount(name) > 0;
        return isText ? row.getString(name, 0) : (Object) RowNumber.of(row, name);
    }
}
