package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.TaskCounts;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.ForeachFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows do not depend on how they are distributed over tasks. */
class PartitionsTest {
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private static Path folder;

    private static String grid;

    @BeforeAll
    static void writeSweep() throws IOException {
        grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
    }

    @Test
    void rowsHaveTheSameBitsInAnyNumberOfPartitions() throws InterruptedException {
        List<String> one = bits(1);
        assertEquals(24, one.size());
        for (int partitions : new int[] {2, 7, 24}) {
            assertEquals(one, bits(partitions), partitions + " partitions");
        }
    }

    @Test
    void aTaskThatFailsLeavesNoMemoryBehind() {
        // Arrow's allocator would complain about buffers that are still held when Spark closes the reader.
        ForeachFunction<Row> fail = row -> {
            throw new IllegalStateException("on purpose");
        };
        Exception failure =
                assertThrows(SparkException.class, () -> partitions(2).foreach(fail));
        assertEquals("on purpose", innermost(failure).getMessage());
    }

    @Test
    void aNumberOfPartitionsIsAWholeNumber() {
        for (String wrong : new String[] {"0", "-1", "two", "1.5", ""}) {
            InputException fault = assertThrows(
                    InputException.class,
                    () -> SPARK.read()
                            .format("spikesweep")
                            .option("partitions", wrong)
                            .load(grid));
            assertEquals(
                    "option 'partitions': '" + wrong + "' is not a whole number of at least 1", fault.getMessage());
        }
    }

    private static List<String> bits(int partitions) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        TaskCounts counts =
                TaskCounts.of(SPARK, () -> rows.addAll(partitions(partitions).collectAsList()));
        assertEquals(partitions, counts.tasks());
        return rows.stream().map(PartitionsTest::bits).toList();
    }

    private static String bits(Row row) {
        StringBuilder bits = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            Object value = row.get(column);
            bits.append(value instanceof Double number ? Double.toHexString(number) : value)
                    .append(' ');
        }
        return bits.toString();
    }

    private static Dataset<Row> partitions(int count) {
        return SPARK.read().format("spikesweep").option("partitions", count).load(grid);
    }

    private static Throwable innermost(Throwable e) {
        return e.getCause() == null ? e : innermost(e.getCause());
    }
}
