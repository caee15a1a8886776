package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The table in a directory of results, by id, with its numbers to the last bit.
 *
 * @param columns with their types and metadata
 * @param rows each row's values in the order of the columns; for a number that is not whole, its bits
 */
record Bits(StructType columns, List<List<Object>> rows) {
    /** Reads a directory in which each id must occur once. */
    static Bits of(Path directory) throws IOException {
        String[] files = parquetFiles(directory);
        assertTrue(files.length > 0, directory + " holds no Parquet file");
        var table = LocalSpark.session().read().parquet(files);
        List<Row> rows = table.coalesce(1).sortWithinPartitions("id").collectAsList();
        for (int i = 1; i < rows.size(); i++) {
            long id = rows.get(i).<Long>getAs("id");
            assertTrue(rows.get(i - 1).<Long>getAs("id") < id, () -> directory + " holds id " + id + " twice");
        }
        return new Bits(table.schema(), rows.stream().map(Bits::values).toList());
    }

    /** The sum of a column of whole numbers, of which some may be null. */
    long sum(String column) {
        int index = columns.fieldIndex(column);
        return rows.stream()
                .map(row -> row.get(index))
                .mapToLong(value -> value instanceof Number number ? number.longValue() : 0)
                .sum();
    }

    /** Fails unless the other table is the same to the last bit, with the same metadata. */
    void assertSameAs(Bits other) {
        assertEquals(columns, other.columns);
        assertEquals(rows.size(), other.rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(rows.get(i), other.rows.get(i), "row " + i);
        }
    }

    private static String[] parquetFiles(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(".parquet"))
                    .toArray(String[]::new);
        }
    }

    private static List<Object> values(Row row) {
        Object[] values = new Object[row.length()];
        Arrays.setAll(values, i -> bits(row.get(i)));
        return Arrays.asList(values); // some are null
    }

    private static Object bits(Object value) {
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        if (value instanceof Float number) {
            return Float.floatToRawIntBits(number);
        }
        if (value instanceof scala.collection.Seq<?> array) {
            List<Object> bits = new ArrayList<>();
            CollectionConverters.asJava(array).forEach(element -> bits.add(bits(element)));
            return bits;
        }
        return value;
    }
}
