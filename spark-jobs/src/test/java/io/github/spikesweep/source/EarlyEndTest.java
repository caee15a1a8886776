package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads that end before all of their rows. */
class EarlyEndTest {
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private Path folder;

    @Test
    void keepsTheRowsThatWereRead() throws IOException {
        try (EarlyEnd end = named("this")) {
            assertFalse(end.hasRows());
            // One partition after the other.
            Iterator<Row> rows = table().toLocalIterator();
            List<Long> ids = new ArrayList<>();
            while (rows.hasNext()) {
                ids.add(rows.next().getAs("id"));
                if (ids.size() == 7) {
                    end.request();
                }
            }
            assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), ids);
            assertTrue(end.wasHeard() && end.hasRows());
        } finally {
            SPARK.sparkContext().setLocalProperty(EarlyEnd.PROPERTY, null);
        }
    }

    @Tag("thorough")
    @Test
    void concernsItsOwnJobOnly() throws IOException {
        try (EarlyEnd end = EarlyEnd.open("another")) {
            end.request();
            assertEquals(24, table().collectAsList().size());
            assertFalse(end.wasHeard());
        }
    }

    @Tag("thorough")
    @Test
    void nobodyHearsOfOneThatIsClosed() throws IOException {
        EarlyEnd end = named("closed");
        try {
            end.request();
            end.close();
            assertEquals(24, table().collectAsList().size());
            assertFalse(end.wasHeard());
        } finally {
            SPARK.sparkContext().setLocalProperty(EarlyEnd.PROPERTY, null);
        }
    }

    private static EarlyEnd named(String name) {
        SPARK.sparkContext().setLocalProperty(EarlyEnd.PROPERTY, name);
        return EarlyEnd.open(name);
    }

    private Dataset<Row> table() throws IOException {
        return SPARK.read()
                .format("spikesweep")
                .option("partitions", 3)
                .load(SweepText.write(folder, "grid.yaml", SweepText.GRID))
                .select("id", "spike_count");
    }
}
