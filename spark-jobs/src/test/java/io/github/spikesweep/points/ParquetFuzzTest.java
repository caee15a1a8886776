package io.github.spikesweep.points;

import static io.github.spikesweep.points.ParquetTables.all;
import static io.github.spikesweep.points.ParquetTables.fault;
import static io.github.spikesweep.points.ParquetTables.readOrRefuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.table.TableRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes, they are a table or refused, soon and in little memory: nothing else is ever thrown. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ParquetFuzzTest {
    @TempDir
    private static Path folder;

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] file = sample("snappy");
        for (int length = 0; length < file.length; length++) {
            assertTrue(fault(Arrays.copyOf(file, length), all()).startsWith("p.parquet: is not a Parquet file"));
        }
    }

    @Tag("thorough")
    @Test
    void everyMutationIsReadOrRefused() throws IOException {
        Random random = new Random(11);
        mutate(sample("snappy"), all(), random);
        mutate(sample("lz4"), all(), random);
        for (Path file : ParquetTables.samples()) {
            mutate(Files.readAllBytes(file), ParquetTables.sampled(), random);
        }
    }

    private static void mutate(byte[] file, TableRequest request, Random random) {
        for (int i = 0; i < 500; i++) {
            byte[] mutant = file.clone();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(mutant.length);
                mutant[at] = (byte) (random.nextBoolean() ? random.nextInt() : mutant[at] ^ (1 << random.nextInt(8)));
            }
            readOrRefuse(mutant, request);
        }
    }

    /** In a JVM of its own, with little memory. */
    @Tag("thorough")
    @Test
    void hugeFilesAreReadOrRefusedInLittleMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "@java.options",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeParquet.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", out);
        assertEquals(0, process.exitValue());
    }

    private static byte[] sample(String codec) throws IOException {
        return ParquetTables.written(
                folder,
                "SELECT id / 8D AS gna, IF(id % 3 = 0, 'HH', 'HR') AS model, IF(id < 0, NULL, id) AS n FROM range(0, 40, 1, 1)",
                Map.of("compression", codec));
    }
}
