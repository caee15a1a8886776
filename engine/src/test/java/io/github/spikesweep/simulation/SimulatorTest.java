package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final NeuronName HH = new NeuronName("HH", Precision.DOUBLE, Integrator.RK4);

    private static Outcome run(Trial trial) {
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(trial))
                .get(0);
    }

    @Test
    void countsNoSpikeInTheTransient() {
        TrialSeries whole = TrialSeries.of(HH, Protocol.fixed(0.01, 10_000, 0), "gna", 0.1);
        TrialSeries later = TrialSeries.of(HH, Protocol.fixed(0.01, 10_000, 3_005), "gna", 0.1);
        double gna = 120 * 7.854e-3;
        List<Double> all = list(run(whole.trial(gna)).spikes().times());
        List<Double> counted = list(run(later.trial(gna)).spikes().times());
        assertEquals(all.stream().filter(time -> time > 30.05).toList(), counted);
        assertEquals(8, all.size());
        assertEquals(5, counted.size());
    }

    @Test
    void goesOnFromWhereItWas() {
        Trial trial =
                TrialSeries.of(HH, Protocol.fixed(0.01, 3_000, 0), "gna", 0.1).trial(120 * 7.854e-3);
        Outcome half = run(trial.restarted(Protocol.fixed(0.01, 1_500, 0), trial.initial()));
        double[] state = {half.end(0), half.end(1), half.end(2), half.end(3)};
        Outcome other = run(trial.restarted(Protocol.fixed(0.01, 1_500, 0), state));
        Outcome whole = run(trial);
        assertEquals(
                whole.spikes().count(), half.spikes().count() + other.spikes().count());
        for (int variable = 0; variable < 4; variable++) {
            assertEquals(whole.end(variable), other.end(variable));
        }
    }

    @Test
    void recordsExtremesAfterTheTransientOnly() {
        TrialSeries rest = TrialSeries.of(HH, Protocol.fixed(0.01, 10_000, 9_000), "gna", 0);
        Outcome outcome = run(rest.trial(120 * 7.854e-3, new double[] {20, 0.05, 0.6, 0.3}));
        assertTrue(outcome.maximum(0) < -60, "the start at 20 mV is within the transient: " + outcome.maximum(0));
        assertTrue(outcome.minimum(0) <= outcome.end(0) && outcome.end(0) <= outcome.maximum(0));
    }

    @Test
    void anotherThresholdMovesTheSpikeTimes() {
        double gna = 120 * 7.854e-3;
        TrialSeries low = TrialSeries.of(HH, Protocol.fixed(0.01, 2_000, 0), "gna", 0.1);
        Model model = ModelCatalog.find("HH").orElseThrow();
        TrialSeries high = TrialSeries.of(
                model.withSpike(new SpikeCondition("v", 20, 20, 0, SpikeCondition.USUAL_ONSET_SLOPE)),
                Precision.DOUBLE,
                Integrator.RK4,
                Protocol.fixed(0.01, 2_000, 0),
                "gna",
                0.1);
        assertTrue(run(low.trial(gna)).spikes().first()
                < run(high.trial(gna)).spikes().first());
    }

    /** At −40 and −55 mV the textbook form of the rates is 0/0. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(doubles = {-40, -55})
    void startsAtTheSingularPointsOfTheRatesLikeBesideThem(double v) {
        for (Precision precision : Precision.values()) {
            for (Integrator integrator : Integrator.ofFixedStep()) {
                TrialSeries series = TrialSeries.of(
                        new NeuronName("HH", precision, integrator), Protocol.fixed(0.001, 5_000, 0), "gna", 0.1);
                double exact = endFrom(series, v);
                double beside = endFrom(series, v + 1e-7);
                assertEquals(beside, exact, precision == Precision.DOUBLE ? 1e-5 : 1e-2, precision + " " + integrator);
            }
        }
    }

    private static double endFrom(TrialSeries series, double v) {
        Outcome outcome = run(series.trial(120 * 7.854e-3, new double[] {v, 0.05, 0.6, 0.3}));
        assertFalse(outcome.diverged());
        return outcome.end(0);
    }

    @ParameterizedTest
    @EnumSource
    void flagsWhatDivergesAndSparesTheOthers(Precision precision) {
        TrialSeries series = TrialSeries.of(
                new NeuronName("HH", precision, Integrator.EULER), Protocol.fixed(0.01, 2_000, 0), "I", 0.1);
        double[] start = series.initial();
        List<Trial> mixed = List.of(
                series.trial(0.1, start),
                series.trial(Double.NaN, start),
                series.trial(1e9, start),
                series.trial(0.1, new double[] {-65, Double.POSITIVE_INFINITY, 0.6, 0.3}),
                series.trial(0.1, start));
        List<Outcome> outcomes = new Simulator(Recording.BASIC).run(mixed);
        List<Boolean> diverged = outcomes.stream().map(Outcome::diverged).toList();
        assertEquals(List.of(false, true, true, true, false), diverged);
        assertEquals(outcomes.get(0).end(0), outcomes.get(4).end(0));
    }

    @Test
    void flagsARowThatLeftTheRangeAndCameBack() {
        TrialSeries series = TrialSeries.of(HH, Protocol.fixed(0.001, 50_000, 0), "gna", 0);
        assertTrue(run(series.trial(1, new double[] {500, 0.05, 0.6, 0.3})).diverged());
        assertFalse(run(series.trial(1, new double[] {100, 0.05, 0.6, 0.3})).diverged());
    }

    @Test
    void rowsOfDifferentNeuronsAndProtocolsKeepTheirPlaces() {
        List<Trial> mixed = new ArrayList<>();
        List<Outcome> alone = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            Protocol protocol = Protocol.fixed(k % 2 == 0 ? 0.01 : 0.02, 1_000, 0);
            Trial trial = k % 3 == 0
                    ? TrialSeries.hindmarshRose(Precision.FLOAT, Integrator.RK6, protocol, 12)
                            .get(k)
                    : TrialSeries.hodgkinHuxley(Precision.DOUBLE, Integrator.RK4, protocol, 12)
                            .get(k);
            mixed.add(trial);
            alone.add(run(trial));
        }
        List<Outcome> together = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(mixed);
        for (int k = 0; k < mixed.size(); k++) {
            assertEquals(alone.get(k).end(0), together.get(k).end(0), "row " + k);
        }
    }

    @Test
    void anInputThatDependsOnTimeHasTheSameBitsWhetherItsFrequencyVariesOrNot() {
        for (Precision precision : Precision.values()) {
            double fixed = ForcedDecay.end(ForcedDecay.spec(Integrator.RK4, precision, Set.of()), 0.01, 1.7);
            double varying = ForcedDecay.end(ForcedDecay.spec(Integrator.RK4, precision, Set.of("w")), 0.01, 1.7);
            assertEquals(fixed, varying);
        }
    }

    @Test
    void stopsSoonWhenItsThreadIsInterrupted() {
        TrialSeries endless = TrialSeries.of(HH, Protocol.fixed(0.001, 1_000_000_000_000L, 0), "gna", 0.1);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> run(endless.trial(1)));
        assertTrue(Thread.interrupted(), "the flag stays set for the caller");
    }

    @Test
    void floatFollowsDouble() {
        Protocol protocol = Protocol.fixed(0.01, 10_000, 0);
        List<Outcome> doubles = new Simulator(Recording.BASIC)
                .run(TrialSeries.hodgkinHuxley(Precision.DOUBLE, Integrator.RK4, protocol, 20));
        List<Outcome> floats = new Simulator(Recording.BASIC)
                .run(TrialSeries.hodgkinHuxley(Precision.FLOAT, Integrator.RK4, protocol, 20));
        for (int k = 0; k < 20; k++) {
            assertEquals(doubles.get(k).spikes().count(), floats.get(k).spikes().count());
            assertEquals(doubles.get(k).spikes().first(), floats.get(k).spikes().first(), 1e-3);
        }
    }

    private static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
