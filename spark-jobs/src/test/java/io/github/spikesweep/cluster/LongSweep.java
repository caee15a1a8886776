package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A sweep that takes long enough to be disturbed, and its undisturbed results. */
final class LongSweep {
    static final String FILE = "long.yaml";
    static final long ROWS = 12_000;
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private LongSweep() {}

    /**
     * Its table from an undisturbed run on one core, computed once for all tests; the disturbed runs use another of the JVM's
     * compilers.
     */
    static Bits undisturbed() {
        return Undisturbed.BITS;
    }

    private static final class Undisturbed {
        private static final Bits BITS = compute();

        private static Bits compute() {
            try {
                Workplace place = Workplace.of("undisturbed");
                place.copy(FILE);
                try (Jvm run =
                        RunProcess.start("run", place, RunProcess.USUAL, RunProcess.Engine.SPARK, 1, FILE, "out")) {
                    Jvm.Exit exit = run.await(PATIENCE);
                    assertEquals(0, exit.code(), exit::err);
                }
                Bits bits = Bits.of(place.folder().resolve("out"));
                assertEquals(ROWS, bits.rows().size());
                return bits;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Checks that a directory is complete: the rows are those of the undisturbed run, and the record says so. */
    static void assertComplete(Path directory) throws IOException {
        undisturbed().assertSameAs(Bits.of(directory));
        JsonNode record = record(directory);
        assertEquals("complete", record.get("state").asText());
        assertEquals(ROWS, record.at("/totals/rows").asLong());
        assertEquals(ROWS * 3_000, record.at("/totals/neuron_steps").asLong());
        assertEquals(
                undisturbed().sum("spike_count"), record.at("/totals/spikes").asLong());
    }

    /** Whether a run has started to compute. */
    static boolean hasBegun(Path directory) {
        return Files.exists(directory.resolve("_spikesweep.json"));
    }

    static JsonNode record(Path directory) throws IOException {
        return new ObjectMapper().readTree(directory.resolve("_spikesweep.json").toFile());
    }
}
