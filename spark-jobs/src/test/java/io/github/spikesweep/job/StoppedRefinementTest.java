package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refined sweeps that are stopped in each of their rounds and go on, in turns on both engines. */
class StoppedRefinementTest {
    /** Rounds of 50 ms or more. */
    private static final String SWEEP = """
            name: stopped
            neuron: HHDoubleRK4
            duration: 400
            step: 0.01
            transient: 100
            outputs: [spike_count]
            sweep: {gna: {linspace: [0.4, 1.6, 33]}, input: {linspace: [0, 0.2, 33]}}
            refine: {by: spike_count >= 1, coarse: 16}
            audit: {fraction: 0.05}
            """;

    @TempDir
    private Path folder;

    @Test
    void inTheEndTheTableIsTheSame() throws IOException, InterruptedException {
        assertEndsAlike(0);
    }

    @Tag("thorough")
    @Test
    void alsoIfTheOtherEngineBegins() throws IOException, InterruptedException {
        assertEndsAlike(1);
    }

    private void assertEndsAlike(int engine) throws IOException, InterruptedException {
        new StoppedSweep(folder, SWEEP, engine).assertEndsAlike(rows -> {});
        assertFalse(Files.exists(folder.resolve("out/_audit")));
    }
}
