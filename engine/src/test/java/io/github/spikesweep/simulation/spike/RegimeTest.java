package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegimeTest {
    private static final double UNIT = 1.0 / 128;
    private static final RegimeRule USUAL = RegimeRule.USUAL;

    /** {@code bursts.py} in the resources computes them in plain Python. */
    @Test
    void aThousandTrainsHaveTheRegimesAndBurstsOfPython() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (String line : lines("bursts.csv")) {
            String[] cells = line.split(",", -1);
            double[] numbers =
                    Arrays.stream(cells, 0, 5).mapToDouble(Double::parseDouble).toArray();
            double[] times = times(numbers[0] * UNIT, cells[11]);
            RegimeRule rule = new RegimeRule(numbers[2], numbers[3], numbers[4]);
            String regime = Regime.of(times, numbers[0] * UNIT, numbers[1] * UNIT, rule)
                    .map(Regime::label)
                    .orElse("");
            assertEquals(cells[5], regime, line);
            seen.merge(regime, 1, Integer::sum);
            Optional<Bursts> bursts = Bursts.of(times, rule);
            assertEquals(!cells[6].isEmpty(), bursts.isPresent(), line);
            bursts.ifPresent(found -> assertFeatures(Arrays.copyOfRange(cells, 6, 11), found));
        }
        assertEquals(6, seen.size(), seen.toString());
        assertTrue(seen.values().stream().allMatch(count -> count >= 40), seen.toString());
    }

    private static void assertFeatures(String[] expected, Bursts bursts) {
        double[] found = {
            bursts.spikesPerBurst(), bursts.duration(), bursts.pause(), bursts.period(), bursts.dutyCycle()
        };
        for (int i = 0; i < found.length; i++) {
            double value = Double.parseDouble(expected[i]);
            assertEquals(value, found[i], 1e-12 * Math.abs(value));
        }
    }

    private static double[] times(double start, String intervals) {
        if (intervals.isEmpty()) {
            return new double[0];
        }
        double[] times = Arrays.stream(intervals.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double at = start;
        for (int i = 0; i < times.length; i++) {
            at += times[i] * UNIT;
            times[i] = at;
        }
        return times;
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = RegimeTest.class.getResourceAsStream("/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        }
    }

    /** A train of these intervals, over and over, that ends with the last spike. */
    private static Optional<Regime> repeated(int times, double... intervals) {
        double[] train = DoubleStream.concat(
                        DoubleStream.of(1),
                        IntStream.range(0, times).boxed().flatMapToDouble(i -> Arrays.stream(intervals)))
                .toArray();
        Arrays.parallelPrefix(train, Double::sum);
        return Regime.of(train, 0, train[train.length - 1], USUAL);
    }

    @Test
    void shortTrainsAreOfNoRegime() {
        assertEquals(Optional.of(Regime.SILENT), Regime.of(new double[0], 0, 100, USUAL));
        // A single spike has stopped if what comes after it is more than twice as long as what was before.
        assertEquals(Optional.of(Regime.TRANSIENT), Regime.of(new double[] {30}, 0, 91, USUAL));
        assertEquals(Optional.empty(), Regime.of(new double[] {30}, 0, 90, USUAL));
        assertEquals(Optional.empty(), repeated(2, 10));
        assertEquals(Optional.of(Regime.TONIC), repeated(3, 10));
        // Three pauses may be those of bursts, and six are.
        assertEquals(Optional.empty(), repeated(3, 5, 5, 50));
        assertEquals(Optional.of(Regime.BURSTING), repeated(6, 5, 5, 50));
    }

    @Test
    void patternsWithoutAGapAreTonic() {
        assertEquals(Optional.of(Regime.TONIC), repeated(10, 10, 15));
        assertEquals(Optional.of(Regime.TONIC), repeated(10, 10, 15, 12, 11));
        assertEquals(Optional.of(Regime.BURSTING), repeated(10, 10, 20));
    }

    /** Bursts of three and two spikes in turn. */
    @Test
    void patternsOfBurstsAreBursting() {
        assertEquals(Optional.of(Regime.BURSTING), repeated(10, 5, 5, 50, 5, 40));
        Bursts bursts = Bursts.of(
                        new double[] {1, 2, 10, 11, 12, 20, 21, 30, 31, 32, 40, 41, 50, 51, 52, 60, 61}, USUAL)
                .orElseThrow();
        // Without the first and the last, which may be cut.
        assertEquals(2.6, bursts.spikesPerBurst());
        assertEquals(1.6, bursts.duration());
        assertEquals(8.5, bursts.pause());
        assertEquals(10, bursts.period());
        assertEquals(0.16, bursts.dutyCycle());
    }
}
