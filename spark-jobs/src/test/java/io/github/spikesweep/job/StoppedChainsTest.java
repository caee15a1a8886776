package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of chains that are stopped again and again and go on, in turns on both engines. */
class StoppedChainsTest {
    /** Chains of 20 rows; a block has 64 of them or fewer. */
    private static final String SWEEP = """
            name: stopped
            neuron: HHDoubleRK4
            duration: 20
            step: 0.01
            outputs: [spike_count, v_final]
            sweep: {gna: {linspace: [0.9, 1.1, 400]}, input: {linspace: [0, 0.1, 20]}}
            continue: {along: input, direction: both}
            """;

    private static final long LENGTH = 20;

    @TempDir
    private Path folder;

    @Tag("thorough")
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
        // A chain is there as a whole, or not at all.
        new StoppedSweep(folder, SWEEP, engine).assertEndsAlike(rows -> {
            Map<Long, Long> chains = rows.stream()
                    .collect(Collectors.groupingBy(row -> row.<Long>getAs("id") / LENGTH, Collectors.counting()));
            assertEquals(Set.of(LENGTH), Set.copyOf(chains.values()), "rows of chains");
        });
    }
}
