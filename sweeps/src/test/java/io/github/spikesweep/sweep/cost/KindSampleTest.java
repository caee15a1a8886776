package io.github.spikesweep.sweep.cost;

import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.RowSimulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows that are simulated to measure the cost of all. */
class KindSampleTest {
    private static final String HH = "name: x\nmodel: HH\nduration: 10\nstep: 0.1\n";
    private static final String KINDS = "model: [HH, HR], precision: [double, float], integrator: [Euler, RK4, RK6]";

    private static List<KindSample> samples(SweepDefinition definition, long blockRows) {
        return KindSample.of(definition, RowSet.of(definition), blockRows);
    }

    private static List<Long> ids(KindSample sample) {
        return sample.points().stream().map(Point::id).toList();
    }

    @Test
    void aSmallSweepIsTakenWhole() {
        List<KindSample> samples = samples(read(HH + "sweep: {gna: {linspace: [1, 2, 5]}}\n"), 512);
        assertEquals(1, samples.size());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), ids(samples.get(0)));
        assertEquals(1, samples.get(0).share());
        assertEquals(100, samples.get(0).steps());
    }

    @Test
    void aSweepWithoutAxesIsOneRow() {
        assertEquals(List.of(0L), ids(samples(read(HH), 1).get(0)));
    }

    /** As many rows share lanes as in a block of the sweep. */
    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "512, 512", "8192, 512"})
    void fillsAsManyLanesAsTheSweep(long blockRows, int lanes) {
        SweepDefinition definition = read(HH + "sweep: {gna: {linspace: [1, 2, 100000]}}\n");
        assertEquals(lanes, samples(definition, blockRows).get(0).points().size());
    }

    @Test
    void rowsComeFromEverywhere() {
        SweepDefinition definition = read(HH + "sweep: {gna: {linspace: [1, 2, 1e6]}, gk: {linspace: [1, 2, 16]}}\n");
        List<Point> points = samples(definition, 512).get(0).points();
        assertEquals(512, points.stream().map(Point::id).distinct().count());
        for (int k = 0; k < 8; k++) {
            long from = k * 2_000_000L;
            assertTrue(points.stream().anyMatch(point -> point.id() >= from && point.id() < from + 2_000_000));
        }
        assertEquals(16, points.stream().map(point -> point.value(1)).distinct().count(), "values of the last axis");
    }

    @ParameterizedTest
    @ValueSource(strings = {KINDS + ", gna: {linspace: [1, 2, 1000]}", "gna: {linspace: [1, 2, 1000]}, " + KINDS})
    void everyKindIsMet(String axes) {
        SweepDefinition definition = read("name: x\nduration: 10\nstep: 0.1\nsweep: {" + axes + "}\n");
        List<KindSample> samples = samples(definition, 1024);
        assertEquals(12, samples.size());
        assertEquals(1, samples.stream().mapToDouble(KindSample::share).sum(), 1e-12);
        for (KindSample sample : samples) {
            assertEquals(1 / 12.0, sample.share(), 0.05);
            RowSimulator.Kind kind = RowSimulator.Kind.of(sample.points().get(0), definition.neurons());
            sample.points().forEach(point -> assertEquals(kind, RowSimulator.Kind.of(point, definition.neurons())));
        }
        boolean fastest = axes.endsWith(KINDS);
        assertEquals(fastest ? 86 : 512, samples.get(0).points().size(), "rows of a kind in a block");
    }

    @Test
    void ofManyStepsAFewAreTakenAndAllAreCounted() {
        SweepDefinition definition = read(
                "name: x\nmodel: HH\nduration: 10\nsweep: {step: [1, 2, 5, 0.5, 0.1, 0.2, 0.05, 0.01, 0.02], gna: [1, 2, 3, 4]}\n");
        KindSample sample = samples(definition, 512).get(0);
        assertEquals(8 * 4, sample.points().size());
        assertEquals((10 + 5 + 2 + 20 + 100 + 50 + 200 + 1000 + 500) / 9.0, sample.steps(), 1e-9);
    }

    @Test
    void aHugeSweepIsSampledAtOnce() {
        SweepDefinition definition = read(
                HH + "sweep: {gna: {linspace: [1, 2, 2e9]}, gk: {linspace: [1, 2, 2e9]}, integrator: [RK4, RK6]}\n");
        assertTimeout(
                Duration.ofSeconds(60),
                () -> assertEquals(2, samples(definition, 8192).size()));
    }
}
