package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.Recording.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nothing but crossings is of interest, only steps that cross are looked at. They are found all the same. */
@OneIn(9)
class CrossingsAloneTest {
    private static final int ROWS = 40;
    private static final Recording TIMES = Recording.of(Detail.SPIKE_TIMES);
    private static final Recording SHAPES = Recording.of(Detail.SPIKE_TIMES, Detail.ACTION_POTENTIALS);

    private static Stream<NeuronName> neurons() {
        return NeuronName.everyName().stream()
                .filter(name -> name.integrator() == Integrator.RK4)
                .filter(name -> FiringNeuron.firesAlone(model(name)));
    }

    private static Model model(NeuronName name) {
        return ModelCatalog.find(name.model()).orElseThrow();
    }

    /** A length that is no multiple of that of an advance. */
    @ParameterizedTest
    @MethodSource("neurons")
    void spikesAreThoseThatAreFoundWithTheirShapes(NeuronName name) {
        List<Trial> trials = TrialSeries.scan(name, Protocol.fixed(0.02, 5_003, 101), ROWS);
        List<Outcome> alone = new Simulator(TIMES).run(trials);
        List<Outcome> shaped = new Simulator(SHAPES).run(trials);
        long spikes = 0;
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(
                    shaped.get(row).spikes().times(), alone.get(row).spikes().times(), "row " + row);
            spikes += alone.get(row).spikeCount();
        }
        assertTrue(spikes > ROWS / 4, spikes + " spikes");
    }

    @Test
    void aMapSpikesWhereItsTraceRises() {
        Setting rulkov = Setting.of("Rulkov", Integrator.MAP, "sigma");
        List<Trial> trials = IntStream.range(0, ROWS)
                .mapToObj(row -> rulkov.with("sigma", -0.2 + 0.01 * row).trial(Protocol.fixed(1, 1_003, 0)))
                .toList();
        List<Outcome> outcomes = new Simulator(new Recording(TIMES.details(), List.of("x"), 1)).run(trials);
        for (Outcome outcome : outcomes) {
            double[] x = outcome.trace(0);
            double[] rises = IntStream.range(1, x.length)
                    .filter(k -> x[k - 1] < 0 && x[k] >= 0)
                    .asDoubleStream()
                    .toArray();
            assertArrayEquals(rises, outcome.spikes().times());
        }
        assertTrue(outcomes.get(ROWS - 1).spikeCount() > 100);
    }

    /** Of spikes one step apart, the refractory time leaves every other one. */
    @Test
    void aRefractoryTimeCounts() {
        Model model = SmallModels.read("""
            name: Flip
            variables: {x: {initial: -1}}
            input: I
            next: {x: I - x}
            spike: {variable: x, threshold: 0, refractory: 3}
            """);
        Trial trial = new Trial(
                SmallModels.spec(model, Integrator.MAP, Precision.DOUBLE),
                Protocol.fixed(1, 50, 0),
                new double[] {0},
                new double[] {-1});
        double[] expected = new double[13];
        Arrays.setAll(expected, k -> 1 + 4 * k);
        assertArrayEquals(expected, SmallModels.run(trial, TIMES).spikes().times());
    }

    /** One neuron that fires has the same bits whether those beside it rest, so that it is looked at alone, or fire like it. */
    @ParameterizedTest
    @MethodSource("resetting")
    void aStepIsCutAlikeInOneLaneAndInAll(NeuronName name) {
        Protocol protocol = Protocol.fixed(0.05, 4_001, 0);
        double firing = FiringNeuron.of(model(name)).input();
        TrialSeries series = TrialSeries.of(name, protocol, model(name).input().name(), 0);
        Trial fires = series.trial(firing);
        List<Trial> amongResting = new ArrayList<>(Collections.nCopies(63, series.trial(0)));
        amongResting.add(17, fires);
        Outcome one = new Simulator(TIMES).run(amongResting).get(17);
        Outcome all = new Simulator(TIMES).run(Collections.nCopies(64, fires)).get(17);
        Outcome alone = new Simulator(TIMES, 1).run(List.of(fires)).get(0);
        assertTrue(one.spikeCount() > 2, one.spikeCount() + " spikes");
        for (Outcome other : List.of(all, alone)) {
            assertArrayEquals(one.spikes().times(), other.spikes().times());
            assertEquals(one.maximum(0), other.maximum(0));
            assertEquals(one.end(1), other.end(1));
        }
    }

    private static Stream<NeuronName> resetting() {
        return NeuronName.everyName().stream()
                .filter(name -> !name.integrator().isAdaptive())
                .filter(name -> List.of("Izhikevich", "AdEx").contains(name.model()))
                .filter(name -> name.precision() == Precision.DOUBLE || name.integrator() == Integrator.RK4);
    }
}
