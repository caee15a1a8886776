package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
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
        new StoppedSweep(folder, SWEEP, engine).assertEndsAlike(rows -> {});
        assertFalse(Files.exists(folder.resolve("out/_audit")));
    }

    @Tag("thorough")
    @Test
    void isStoppedOnceInEachRound() throws IOException, InterruptedException {
        assertIsStoppedOnceInEachRound(0);
    }

    @Tag("thorough")
    @Test
    void isStoppedOnceInEachRoundAlsoIfTheOtherEngineBegins() throws IOException, InterruptedException {
        assertIsStoppedOnceInEachRound(1);
    }

    /**
     * Every run is stopped at once in the round after the one in which the last was, until there is none: so each round is stopped exactly once, with rows of
     * it that are not written.
     */
    private void assertIsStoppedOnceInEachRound(int engine) throws IOException, InterruptedException {
        StoppedSweep sweep = new StoppedSweep(folder, SWEEP.replace("step: 0.01", "step: 0.002"), engine);
        Set<Long> ends = new TreeSet<>();
        assertTrue(sweep.run("whole", new StopSwitch(), status -> {
                    if (status.runningTasks() > 0) {
                        ends.add(status.rows());
                    }
                })
                .finished());
        List<Long> stops = new ArrayList<>();
        boolean finished = false;
        while (!finished) {
            StopSwitch stop = new StopSwitch();
            AtomicLong end = new AtomicLong();
            // A run that was stopped in a round goes on with what is left of it.
            int round = stops.isEmpty() ? 1 : 2;
            RunReport report = sweep.run("out", stop, status -> {
                if (status.round() == round && status.runningTasks() > 0 && !stop.isRequested()) {
                    end.set(status.rows());
                    stop.request();
                    stop.requestAtOnce();
                }
            });
            finished = report.finished();
            if (!finished) {
                assertTrue(report.totals().writtenRows() < end.get(), "the round had ended: " + report);
                stops.add(end.get());
            }
        }
        assertEquals(List.copyOf(ends), stops);
        assertEquals(5, stops.size());
        assertEquals(sweep.rows("whole"), sweep.rows("out"));
    }
}
