package io.github.spikesweep.plot;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.results.DataFile;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Reads columns of results from their Parquet files. */
record ResultReader(ResultsDirectory directory, Configuration hadoop) {
    private static final String ID = "id";
    /** As many rows as a picture can show and a laptop's memory can hold. */
    private static final long MOST_ROWS = 1_000_000;

    private static final long MOST_ROWS_OF_ARRAYS = 20_000;

    /** All rows, or a reproducible random sample if there are very many. */
    ResultColumns read(List<Column> wanted) throws IOException {
        long rows = 0;
        for (DataFile file : directory.dataFiles()) {
            try {
                rows += rows(file);
            } catch (IOException | RuntimeException e) {
                throw damaged(file, e);
            }
        }
        boolean arrays = wanted.stream().anyMatch(column -> column.type() == Column.Type.DOUBLE_ARRAY);
        double kept = (double) (arrays ? MOST_ROWS_OF_ARRAYS : MOST_ROWS) / Math.max(1, rows);
        return read(wanted, rows, id -> kept >= 1 || part(id) < kept);
    }

    /** The rows with these ids. */
    ResultColumns read(List<Column> wanted, Set<Long> ids) throws IOException {
        return read(wanted, ids.size(), ids::contains);
    }

    private ResultColumns read(List<Column> wanted, long allRows, LongPredicate keeps) throws IOException {
        List<ResultColumns.Row> rows = new ArrayList<>();
        for (DataFile file : directory.dataFiles()) {
            try {
                read(file, wanted, keeps, rows);
            } catch (IOException | RuntimeException e) {
                throw damaged(file, e);
            }
        }
        rows.sort(Comparator.comparingLong(ResultColumns.Row::id));
        return new ResultColumns(wanted, rows, allRows);
    }

    private InputException damaged(DataFile file, Exception fault) {
        return new InputException(
                "%s cannot be read: it is damaged, which running the sweep again repairs, or not a file of this run (%s)"
                        .formatted(directory.name() + "/" + new Path(file.path()).getName(), fault.getMessage()));
    }

    private long rows(DataFile file) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            return reader.getRecordCount();
        }
    }

    private ParquetFileReader open(DataFile file) throws IOException {
        return ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop));
    }

    private void read(DataFile file, List<Column> wanted, LongPredicate keeps, List<ResultColumns.Row> rows)
            throws IOException {
        MessageType schema;
        try (ParquetFileReader reader = open(file)) {
            schema = reader.getFileMetaData().getSchema();
        }
        Set<Type> fields = new LinkedHashSet<>(Set.of(schema.getType(ID)));
        wanted.forEach(column -> fields.add(schema.getType(column.name())));
        Configuration projected = new Configuration(hadoop);
        projected.set(
                ReadSupport.PARQUET_READ_SCHEMA, new MessageType(schema.getName(), new ArrayList<>(fields)).toString());
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), new Path(file.path()))
                .withConf(projected)
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                long id = row.getLong(ID, 0);
                if (keeps.test(id)) {
                    rows.add(new ResultColumns.Row(id, values(row, wanted)));
                }
            }
        }
    }

    private static List<Object> values(Group row, List<Column> wanted) {
        Object[] values = new Object[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = wanted.get(i);
            boolean isNull = row.getFieldRepetitionCount(column.name()) == 0;
            values[i] = switch (column.type()) {
                case LONG, INT, DOUBLE -> isNull ? Double.NaN : number(row, column.name());
                case STRING -> isNull ? "" : row.getString(column.name(), 0);
                case DOUBLE_ARRAY -> isNull ? new double[0] : array(row.getGroup(column.name(), 0));
            };
        }
        return Arrays.asList(values);
    }

    private static double number(Group row, String name) {
        PrimitiveType type = row.getType().getType(name).asPrimitiveType();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> row.getDouble(name, 0);
            case INT64 -> row.getLong(name, 0);
            case INT32 -> row.getInteger(name, 0);
            case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, FLOAT, INT96 ->
                throw new IllegalArgumentException(name + " is " + type);
        };
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
