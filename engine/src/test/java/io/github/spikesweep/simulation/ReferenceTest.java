package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with results of other programs; the README beside them in the resources gives their origin. */
class ReferenceTest {
    /** From about 1080 on the spikes of the row at e = 3.29 depend on the last bit of anything. */
    private static final double BEFORE_CHAOS = 1000;

    private record Row(double axis, int spikeCount, double end, List<Double> times) {}

    private static List<Row> rows(String file) throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(f -> new Row(
                            Double.parseDouble(f[0]),
                            Integer.parseInt(f[1]),
                            Double.parseDouble(f[2]),
                            f[3].isEmpty()
                                    ? List.of()
                                    : List.of(f[3].split(" ")).stream()
                                            .map(Double::valueOf)
                                            .toList()))
                    .toList();
        }
    }

    @Test
    void hodgkinHuxleyScanMatchesTheReferenceAndTheTruth() throws IOException {
        List<Row> rows = rows("hh-gna-scan.csv");
        TrialSeries series = TrialSeries.of(
                new NeuronName("HH", Precision.DOUBLE, Integrator.RK4), Protocol.fixed(0.001, 100_000, 0), "gna", 0.1);
        List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(rows.stream()
                        .map(row -> series.trial(row.axis() * 7.854e-3))
                        .toList());
        assertEquals(20, rows.size());
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            Outcome outcome = outcomes.get(k);
            assertEquals(row.spikeCount(), outcome.spikes().count(), "spikes at " + row.axis());
            assertEquals(row.end(), outcome.end(0), 1e-6, "final v at " + row.axis());
            assertEquals(row.times().size(), outcome.spikes().count(), "true spikes at " + row.axis());
            assertTimes(row.times(), outcome.spikes().times());
            assertFalse(outcome.diverged());
        }
    }

    @Test
    void hindmarshRoseScanMatchesTheReference() throws IOException {
        List<Row> rows = rows("hr-e-scan.csv");
        TrialSeries series = TrialSeries.of(
                new NeuronName("HR", Precision.DOUBLE, Integrator.RK4), Protocol.fixed(0.01, 200_000, 0), "e", 0);
        List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(rows.stream().map(row -> series.trial(row.axis())).toList());
        assertEquals(25, rows.size());
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            assertEquals(row.spikeCount(), outcomes.get(k).spikes().count(), "spikes at " + row.axis());
            // Rounding differs from the reference's, and chaos amplifies it: 2e-8 in the worst row.
            assertEquals(row.end(), outcomes.get(k).end(0), 1e-5, "final x at " + row.axis());
            assertTimes(
                    row.times().stream().filter(time -> time < BEFORE_CHAOS).toList(),
                    outcomes.get(k).spikes().times());
        }
    }

    private static void assertTimes(List<Double> truth, double[] times) {
        for (int k = 0; k < truth.size(); k++) {
            assertEquals(truth.get(k), times[k], 1e-3, "spike " + k);
        }
    }
}
