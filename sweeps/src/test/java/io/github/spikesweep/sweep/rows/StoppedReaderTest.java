package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are followed while they are simulated, and stopped. */
class StoppedReaderTest {
    private static final String ENDLESS = """
            name: x
            neuron: %s
            duration: 1e9
            %s
            input: 0.1
            spike: {refractory: 1}
            sweep: {gna: {linspace: [0.4, 1.6, 3]}}
            """;

    /** Counts, and stops when {@code most} rows have been simulated. */
    private static final class Watch implements Progress {
        private final double most;
        private double rows;
        private long neuronSteps;
        private int reports;

        Watch(double most) {
            this.most = most;
        }

        @Override
        public void advanced(double advance, long steps) {
            assertTrue(advance >= 0 && steps >= 0);
            rows += advance;
            neuronSteps += steps;
            reports++;
        }

        @Override
        public boolean isStopped() {
            return rows >= most;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HHDoubleRK4 step: 0.001", "HHDoubleDormandPrince tolerance: 1e-6", "HHFloatEuler step: 0.001"})
    void endlessRowShowsItsProgressAndStops(String method) {
        String[] words = method.split(" ", 2);
        Watch watch = new Watch(1e-6);
        RowReader reader = reader(ENDLESS.formatted((Object[]) words), watch);
        assertFalse(reader.next());
        assertEquals(0, reader.rows());
        assertEquals(0, reader.neuronSteps());
        assertEquals(0, reader.spikes());
        // A millionth of three rows of 10^9 ms, give or take what happens between two reports.
        assertEquals(1e-6, watch.rows, 1e-6);
        assertTrue(watch.reports > 10 && watch.neuronSteps > 1000, watch.reports + ", " + watch.neuronSteps);
        assertFalse(reader.next());
    }

    @Tag("thorough")
    @Test
    void finishedBlocksStay() {
        String many = """
                name: x
                neuron: HHDoubleRK4
                duration: 1000
                step: 0.01
                input: 0.1
                outputs: [spike_count]
                sweep: {gna: {linspace: [0.4, 1.6, 2000]}}
                """;
        Watch watch = new Watch(700);
        RowReader reader = reader(many, watch);
        List<Integer> counts = new ArrayList<>();
        while (reader.next()) {
            for (int row = 0; row < reader.rows(); row++) {
                assertEquals(counts.size(), reader.getLong(0, row));
                counts.add(reader.getInt(1, row));
            }
        }
        assertEquals(512, counts.size());
        assertEquals(512 * 100_000, reader.neuronSteps());
        assertEquals(counts.stream().mapToInt(Integer::intValue).sum(), reader.spikes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "audit: {fraction: 1}\n", "audit: {fraction: 0.3}\n"})
    void everyRowCountsAsOne(String audit) {
        String rows = """
                name: x
                model: HH
                duration: 60
                step: 0.1
                tolerance: 1e-6
                input: 0.1
                sweep: {gna: {linspace: [0.4, 1.6, 20]}, integrator: [Euler, RK4, DormandPrince]}
                """;
        Watch watch = new Watch(Double.POSITIVE_INFINITY);
        RowReader reader = reader(rows + audit, watch);
        int read = 0;
        while (reader.next()) {
            read += reader.rows();
            assertEquals(read, watch.rows, 1e-9);
        }
        assertEquals(60, read);
        assertTrue(reader.divergedRows() > 0, "rows that end early count as one, too");
    }

    @Test
    void stoppedBeforeTheStartThereAreNoRows() {
        assertFalse(reader(ENDLESS.formatted("HHDoubleRK4", "step: 0.001"), new Watch(0))
                .next());
    }

    @Test
    void cancellationIsNotAnOrderlyEnd() {
        Progress cancelled = new Progress() {
            @Override
            public void advanced(double rows, long neuronSteps) {
                throw new CancellationException("killed");
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
        RowReader reader = reader(ENDLESS.formatted("HHDoubleRK4", "step: 0.001"), cancelled);
        assertThrows(CancellationException.class, reader::next);
    }

    private static RowReader reader(String sweep, Progress progress) {
        SweepDefinition definition = read(sweep);
        return new RowReader(definition, RowSet.of(definition), List.of("id", "spike_count"), progress);
    }
}
