package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.model.SpikeCondition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with eFEL's values, which {@code efel-reference.py} in the resources wrote. */
class EfelReferenceTest {
    private static List<String[]> rows(String file) throws IOException {
        try (InputStream in = EfelReferenceTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    private static double[] numbers(String... words) {
        return Arrays.stream(words)
                .mapToDouble(word -> word.equals("nan") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }

    @Test
    void intervalFiguresAreThoseOfEfel() throws IOException {
        List<String[]> rows = rows("efel-intervals.csv");
        assertEquals(20, rows.size());
        for (String[] row : rows) {
            double[] figures = numbers(Arrays.copyOfRange(row, 1, 5));
            SpikeTrain train = new SpikeTrain(true);
            for (double time : numbers(row[5].split(" "))) {
                train.add(time);
            }
            assertEquals(figures[0], 1000 * train.count() / train.last(), 1e-9, row[0]);
            assertEquals(figures[1], train.intervalCv(), 1e-9, row[0]);
            assertEquals(figures[2], train.adaptationIndex(), 1e-9, row[0]);
            assertEquals(figures[3], train.burstNumber(), row[0]);
        }
    }

    @Test
    void shapesAreThoseOfEfel() throws IOException {
        ActionPotentials shapes = observe(1, 10);
        List<double[]> spikes = shapes();
        // eFEL works with the samples, 0.0005 ms apart: its onset is the first sample steeper than 10 mV/ms, some
        // µV too high, and its crossings of the middle are up to a sample too late.
        assertEquals(mean(spikes, 0), shapes.meanAmplitude(), 0.01);
        assertEquals(mean(spikes, 1), shapes.meanHalfWidth(), 0.0005);
    }

    /**
     * Cubics between samples of 0.05, 0.1, 0.2 ms: the amplitude errs by 1.5, 18, 210 µV, mostly depending on the position of
     * the peak.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shapesConvergeToTheTruth(int every) throws IOException {
        ActionPotentials shapes = observe(every, 10);
        List<double[]> spikes = shapes();
        double power = every * every * every * every;
        assertEquals(mean(spikes, 2), shapes.meanAmplitude(), 0.002 * power);
        assertEquals(mean(spikes, 3), shapes.meanHalfWidth(), 1e-5 * power);
    }

    private static List<double[]> shapes() throws IOException {
        List<double[]> spikes =
                rows("efel-shapes.csv").stream().map(EfelReferenceTest::numbers).toList();
        assertEquals(3, spikes.size());
        return spikes;
    }

    @Test
    void leavingOutIdleStepsChangesNothing() throws IOException {
        ActionPotentials all = observe(1, Double.NEGATIVE_INFINITY);
        ActionPotentials some = observe(1, 10);
        assertEquals(all.meanAmplitude(), some.meanAmplitude());
        assertEquals(all.meanHalfWidth(), some.meanHalfWidth());
    }

    private static double mean(List<double[]> spikes, int column) {
        return spikes.stream().mapToDouble(row -> row[column]).average().orElseThrow();
    }

    /**
     * Observes samples at the given spacing; steps with slopes below {@code boring} are skipped where the observer allows it.
     */
    private static ActionPotentials observe(int every, double boring) throws IOException {
        ActionPotentials shapes = new ActionPotentials();
        SpikeTrain train = new SpikeTrain(false);
        SpikeObserver observer = new SpikeObserver(new SpikeCondition("v", 0, 0, 0, 10), train, Optional.of(shapes));
        StepCurve step = new StepCurve();
        List<double[]> samples =
                rows("efel-trace.csv").stream().map(EfelReferenceTest::numbers).toList();
        for (int k = every; k < samples.size(); k += every) {
            double[] from = samples.get(k - every);
            double[] to = samples.get(k);
            if (!observer.isIdle() || Math.max(from[2], to[2]) >= boring) {
                step.hermite(from[0], to[0], from[1], from[2], to[1], to[2]);
                observer.observe(step);
            }
        }
        assertEquals(3, train.count());
        return shapes;
    }
}
