package io.github.spikesweep.plot.rows;

import io.github.spikesweep.columnar.RowNumber;
import io.github.spikesweep.columnar.TableReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.FindStatus;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.output.RowStatus;
import io.github.spikesweep.sweep.reading.ResultCondition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.parquet.example.data.Group;

/**
 * Reads columns of results from their Parquet files.
 *
 * @param run that wrote them
 * @param tally how many rows there are, and which are wanted
 */
public record ResultReader(ResultsDirectory directory, EarlierRun run, RowTally tally) {
    private static final String ID = "id";
    /** Known even if no row has one of them. */
    /** As many rows as a picture can show and a laptop's memory can hold. */
    private static final long MOST_ROWS = 1_000_000;

    private static final long MOST_ROWS_OF_ARRAYS = 20_000;

    /**
     * A reader of all rows.
     *
     * @throws InputException if there are no results, or a file is damaged
     */
    public static ResultReader of(ResultsDirectory directory) throws IOException {
        EarlierRun run = directory
                .earlier()
                .orElseThrow(() ->
                        new InputException(directory.name() + " has no results: there is no _spikesweep.json in it"));
        long rows = 0;
        for (DataFile file : directory.dataFiles()) {
            try (TableReader reader = TableReader.open(file.input())) {
                rows += reader.rows();
            } catch (IOException | RuntimeException e) {
                throw damaged(directory, file, e);
            }
        }
        return new ResultReader(directory, run, new RowTally(run, rows, Optional.empty()));
    }

    /**
     * A reader of the rows that satisfy a condition.
     *
     * @throws InputException if it is not a condition on these results
     */
    public ResultReader where(String text) throws IOException {
        List<Column> columns = run.table().columns();
        Map<String, List<String>> texts = texts(columns.stream()
                .filter(column -> column.type() == Column.Type.STRING && text.contains(column.name()))
                .toList());
        ResultCondition condition = ResultCondition.read(text, columns, texts);
        Map<String, Column> used =
                condition.columns().stream().collect(Collectors.toMap(Column::name, column -> column));
        LongStream.Builder ids = LongStream.builder();
        each(condition.columns(), id -> true, (id, row) -> {
            if (condition.holds(name -> number(row, used.get(name), texts))) {
                ids.add(id);
            }
        });
        ChosenRows chosen = new ChosenRows(text, ids.build().toArray());
        return new ResultReader(directory, run, new RowTally(run, tally.present(), Optional.of(chosen)));
    }

    /** The different texts in each of some columns. */
    private Map<String, List<String>> texts(List<Column> columns) throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Column column : columns) {
            found.put(column.name(), new LinkedHashSet<>(known(column)));
        }
        each(columns, id -> true, (id, row) -> {
            for (Column column : columns) {
                if (row.getFieldRepetitionCount(column.name()) > 0) {
                    found.get(column.name()).add(row.getString(column.name(), 0));
                }
            }
        });
        Map<String, List<String>> texts = new LinkedHashMap<>();
        found.forEach((name, different) -> texts.put(name, List.copyOf(different)));
        return texts;
    }

    /** The texts that a column may have, even if no row has them. */
    private static List<String> known(Column column) {
        return switch (column.role()) {
            case STATUS -> RowStatus.labels();
            case FOUND -> FindStatus.labels();
            case FEATURE -> OutputCatalog.REGIMES;
            case ID, AXIS, CARRIED, DIVERGENCE -> List.of();
        };
    }

    /** A number, NaN for null, or the place of a text. */
    private static double number(Group row, Column column, Map<String, List<String>> texts) {
        return column.type() == Column.Type.STRING && row.getFieldRepetitionCount(column.name()) > 0
                ? texts.get(column.name()).indexOf(row.getString(column.name(), 0))
                : RowNumber.of(row, column.name());
    }

    /** Takes the numbers of a row, NaN for null. */
    public interface Numbers {
        /**
         * Takes them.
         *
         * @param numbers of the wanted columns, in their order
         */
        void take(long id, double... numbers);
    }

    /** Reads columns of numbers, file by file: every wanted row, however many there are. */
    public void numbers(List<Column> wanted, Numbers rows) throws IOException {
        each(wanted, id -> tally.chosen().map(chosen -> chosen.contains(id)).orElse(true), (id, row) -> {
            double[] numbers = new double[wanted.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = RowNumber.of(row, wanted.get(i).name());
            }
            rows.take(id, numbers);
        });
    }

    /**
     * All wanted rows, or a reproducible random sample if there are very many. Of a refined sweep the rows that were not simulated are
     * there, too, if the columns are among the wanted ones that {@linkplain #filling this takes}.
     */
    public ResultColumns read(List<Column> wanted) throws IOException {
        boolean arrays = wanted.stream().anyMatch(column -> column.type() == Column.Type.DOUBLE_ARRAY);
        if (!arrays && wanted.containsAll(filling()) && fills()) {
            List<ResultColumns.Row> rows = rows(wanted, id -> true);
            rows.addAll(new FilledRows(run.grid().orElseThrow(), wanted, rows, run.isComplete()).find());
            return columns(wanted, rows);
        }
        return read(wanted, sample(arrays ? MOST_ROWS_OF_ARRAYS : MOST_ROWS));
    }

    /** Whether rows that were not simulated can be filled in: if all others are drawn, and all together are not too many. */
    private boolean fills() {
        return run.grid()
                        .filter(grid -> grid.isListed()
                                && grid.filled() == 0
                                && grid.rows().rows() <= MOST_ROWS)
                        .isPresent()
                && tally.chosen().isEmpty();
    }

    /** The columns that it takes to fill in rows that were not simulated, or to know of such rows whether they diverged. */
    List<Column> filling() {
        if (run.grid().filter(grid -> grid.filled() > 0).isPresent()) {
            return run.table().columns(Column.Role.DIVERGENCE); // Their status does not tell.
        }
        if (!fills()) {
            return List.of();
        }
        String by = run.grid().orElseThrow().by();
        return run.table().columns().stream()
                .filter(column -> switch (column.role()) {
                    case AXIS, STATUS, DIVERGENCE -> true;
                    case FOUND, FEATURE -> column.type() != Column.Type.DOUBLE_ARRAY && by.contains(column.name());
                    case ID, CARRIED -> false;
                })
                .toList();
    }

    /** The rows with these ids. */
    public ResultColumns read(List<Column> wanted, Set<Long> ids) throws IOException {
        return read(wanted, ids::contains);
    }

    /** The ids of the wanted rows in which one of some columns of arrays has a value, of a sample if there are very many. */
    public Set<Long> having(List<Column> arrays) throws IOException {
        Set<Long> ids = new LinkedHashSet<>();
        each(arrays, sample(MOST_ROWS_OF_ARRAYS), (id, row) -> {
            if (arrays.stream().anyMatch(column -> length(row, column.name()) > 0)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private LongPredicate sample(long most) {
        double kept = (double) most / Math.max(1, tally.wanted());
        LongPredicate some = id -> kept >= 1 || part(id) < kept;
        return tally.chosen().map(rows -> some.and(rows::contains)).orElse(some);
    }

    private ResultColumns read(List<Column> wanted, LongPredicate keeps) throws IOException {
        return columns(wanted, rows(wanted, keeps));
    }

    private List<ResultColumns.Row> rows(List<Column> wanted, LongPredicate keeps) throws IOException {
        List<ResultColumns.Row> rows = new ArrayList<>();
        each(wanted, keeps, (id, row) -> rows.add(new ResultColumns.Row(id, values(row, wanted))));
        return rows;
    }

    private static ResultColumns columns(List<Column> wanted, List<ResultColumns.Row> rows) {
        rows.sort(Comparator.comparingLong(ResultColumns.Row::id));
        return new ResultColumns(wanted, rows);
    }

    /** Takes a row as Parquet has it. */
    private interface Rows {
        void take(long id, Group row);
    }

    private void each(List<Column> wanted, LongPredicate keeps, Rows rows) throws IOException {
        for (DataFile file : directory.dataFiles()) {
            try {
                each(file, wanted, keeps, rows);
            } catch (InputException e) {
                throw e; // of what takes the rows
            } catch (IOException | RuntimeException e) {
                throw damaged(directory, file, e);
            }
        }
    }

    private static InputException damaged(ResultsDirectory directory, DataFile file, Exception fault) {
        return new InputException(
                "%s cannot be read: it is damaged, which running the sweep again repairs, or not a file of this run (%s)"
                        .formatted(directory.name() + "/" + file.name(), fault.getMessage()));
    }

    private void each(DataFile file, List<Column> wanted, LongPredicate keeps, Rows rows) throws IOException {
        try (TableReader reader = TableReader.open(file.input())) {
            List<String> names = new ArrayList<>(List.of(ID));
            wanted.forEach(column -> names.add(column.name()));
            reader.each(names, row -> {
                long id = row.getLong(ID, 0);
                if (keeps.test(id)) {
                    rows.take(id, row);
                }
            });
        }
    }

    private static List<Object> values(Group row, List<Column> wanted) {
        Object[] values = new Object[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = wanted.get(i);
            boolean isNull = row.getFieldRepetitionCount(column.name()) == 0;
            values[i] = switch (column.type()) {
                case LONG, INT, DOUBLE -> RowNumber.of(row, column.name());
                case STRING -> isNull ? "" : row.getString(column.name(), 0);
                case DOUBLE_ARRAY -> isNull ? new double[0] : array(row.getGroup(column.name(), 0));
            };
        }
        return Arrays.asList(values);
    }

    /** How many values a row has in a column of arrays. */
    private static int length(Group row, String name) {
        return row.getFieldRepetitionCount(name) == 0
                ? 0
                : row.getGroup(name, 0).getFieldRepetitionCount(0);
    }

    private static double[] array(Group list) {
        double[] values = new double[list.getFieldRepetitionCount(0)];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.getGroup(0, i).getDouble(0, 0);
        }
        return values;
    }

    /** A number from 0 to 1 that scatters ids, by the finalizer of MurmurHash3. */
    private static double part(long id) {
        long bits = (id ^ (id >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return ((bits ^ (bits >>> 33)) >>> 11) * 0x1p-53;
    }
}
