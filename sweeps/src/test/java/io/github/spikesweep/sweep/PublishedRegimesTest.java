package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regimes and bursts that models are known for. */
class PublishedRegimesTest {
    private static final String FEATURES =
            "outputs: [regime, spikes_per_burst, burst_duration_ms, interburst_interval_ms, burst_period_ms, duty_cycle]\n";

    private static List<Map<String, Object>> rows(String text) {
        SweepDefinition definition = Sweeps.read(text);
        List<String> columns = definition.columns().stream().map(Column::name).toList();
        return Rows.of(definition, RowSet.of(definition), columns);
    }

    private static List<Object> column(String name, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    /**
     * The order of the phases in Innocenti et al. (2007), Chaos 17:043128: with a growing drive the model goes from silence through
     * period adding to chaos dominated by bursts, to chaotic spiking, and on through an inverse cascade of period doublings. The
     * drives are places within these phases, chosen by simulation.
     */
    @Test
    void hindmarshRoseGoesFromRestThroughBurstsAndChaosToSpikes() {
        List<Map<String, Object>> rows = rows("""
                name: x
                neuron: HRDoubleRK4
                duration: 6000
                transient: 2000
                step: 0.02
                sweep: {e: [1.2, 1.3, 1.5, 1.7, 2, 2.2, 2.5, 2.7, 3.25, 3.3, 3.6, 4]}
                """ + FEATURES);
        assertEquals(
                List.of(
                        "silent",
                        "bursting",
                        "bursting",
                        "bursting",
                        "bursting",
                        "bursting",
                        "bursting",
                        "bursting",
                        "irregular",
                        "irregular",
                        "tonic",
                        "tonic"),
                column("regime", rows));
        assertEquals(List.of(2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), column("spikes_per_burst", rows.subList(1, 8)));
        assertNull(rows.get(0).get("duty_cycle"));
        assertNull(rows.get(11).get("duty_cycle"));
    }

    /** The same order at the usual rate of 0.006, at drives that were chosen by simulation: chaos is from about 2.95 to 3.35. */
    @Test
    void hindmarshRoseAddsSpikesToBurstsUpToChaos() {
        List<Map<String, Object>> rows = rows("""
                name: x
                neuron: HRDoubleRK4
                duration: 5000
                transient: 2000
                step: 0.02
                parameters: {mu: 0.006}
                sweep: {e: [1.2, 1.4, 1.9, 2.4, 2.75, 3, 3.1, 3.25, 3.6, 4]}
                """ + FEATURES);
        assertEquals(
                List.of(
                        "silent",
                        "tonic",
                        "bursting",
                        "bursting",
                        "bursting",
                        "irregular",
                        "irregular",
                        "irregular",
                        "tonic",
                        "tonic"),
                column("regime", rows));
        assertEquals(List.of(2.0, 3.0, 4.0), column("spikes_per_burst", rows.subList(2, 5)));
    }

    /**
     * Kinds of firing that the documentation of BrainPy names (class HindmarshRose, "Model Examples": quiescence, spiking, bursting, irregular bursting) at values
     * of b and the input, in the plane of Storace, Linaro &amp; de Lange (2008), Chaos 18:033128, to which it refers; at a rate of 0.01 and otherwise the values of
     * this model.
     */
    @ParameterizedTest
    @CsvSource({"1, 2, silent", "3.5, 5, tonic", "2.5, 3, bursting", "2.8, 3.7, irregular"})
    void hindmarshRoseHasItsKindsOfFiringInThePlaneOfBAndInput(double b, double input, String regime) {
        assertEquals(regime, inThePlane(b, input).get("regime"));
    }

    /**
     * What it calls irregular spiking at b = 2.95 and an input of 3.3, where it simulates a time of 1000, lies in a window of periodic bursts: after a while the
     * intervals 23.16, 59.67, 10.14 and 13.33 come again and again, in a program of its own with steps of 0.01, too. Beside the window it is irregular.
     */
    @Test
    void hindmarshRoseIsIrregularBesideAPeriodicWindow() {
        Map<String, Object> window = inThePlane(2.95, 3.3);
        assertEquals("bursting", window.get("regime"));
        assertEquals(4.0, window.get("spikes_per_burst"));
        assertEquals(10.14 + 13.33 + 23.16, (double) window.get("burst_duration_ms"), 0.02);
        assertEquals(59.67, (double) window.get("interburst_interval_ms"), 0.01);
        assertEquals("irregular", inThePlane(2.96, 3.3).get("regime"));
    }

    private static Map<String, Object> inThePlane(double b, double input) {
        return rows("""
                name: x
                neuron: HRDoubleRK4
                duration: 6000
                transient: 2000
                step: 0.02
                initial: {x: 0, y: -10, z: 0}
                parameters: {mu: 0.01, e: 0, b: %s}
                input: %s
                """.formatted(b, input) + FEATURES).get(0);
    }

    /** The burst at a drive of 2.2 that SciPy's DOP853 finds at a tolerance of 1e-12, as in PublishedFiguresTest. */
    @Test
    void burstsOfThreeHaveTheirIntervals() {
        Map<String, Object> row = rows("""
                name: x
                neuron: HRDoubleRK4
                duration: 5000
                transient: 2000
                step: 0.01
                parameters: {mu: 0.006}
                sweep: {e: [2.2]}
                """ + FEATURES).get(0);
        assertEquals(3.0, row.get("spikes_per_burst"));
        assertEquals(12.795 + 23.221, (double) row.get("burst_duration_ms"), 2e-3);
        assertEquals(99.877, (double) row.get("interburst_interval_ms"), 2e-3);
        assertEquals(12.795 + 23.221 + 99.877, (double) row.get("burst_period_ms"), 2e-3);
        assertEquals(0.26503, (double) row.get("duty_cycle"), 2e-5);
    }

    /**
     * The integral of sin(2πt/10) during the first 40 of every 100 ms: four waves of a height of 10/π, whose maxima are at 5, 15, 25 and 35 ms, then rest.
     */
    @Test
    void wavesWithoutSpikesHaveTheMaximaOfTheirBursts() {
        String sweep = """
                name: x
                model: waves.yaml
                duration: 1000
                step: 0.05
                input: sin(2 * pi * t / 10) * (mod(t, 100) < 40)
                sweep: {scale: [1, 2, 0.1]}
                """ + FEATURES;
        List<Map<String, Object>> rows = waves(sweep + "regime: {maxima: 1}\n");
        assertEquals(List.of("bursting", "bursting", "silent"), column("regime", rows));
        for (Map<String, Object> row : rows.subList(0, 2)) {
            assertEquals(4.0, row.get("spikes_per_burst"));
            assertEquals(30, (double) row.get("burst_duration_ms"), 1e-3);
            assertEquals(70, (double) row.get("interburst_interval_ms"), 1e-3);
            assertEquals(100, (double) row.get("burst_period_ms"), 1e-3);
            assertEquals(0.3, (double) row.get("duty_cycle"), 1e-5);
        }
        assertEquals(List.of("silent", "silent", "silent"), column("regime", waves(sweep)));
        assertEquals(List.of("silent", "bursting", "silent"), column("regime", waves(sweep + "regime: {maxima: 4}\n")));
        assertNotEquals(
                CanonicalText.hash(wavesSweep(sweep)), CanonicalText.hash(wavesSweep(sweep + "regime: {maxima: 1}\n")));
        SweepDefinition definition = wavesSweep(sweep + "regime: {maxima: 1}\n");
        for (int row = 0; row < 3; row++) {
            assertEquals(
                    List.of(rows.get(row)),
                    Rows.of(definition, RowSet.of(definition).slice(row, row + 1), columns(definition)));
        }
    }

    private static List<Map<String, Object>> waves(String sweep) {
        SweepDefinition definition = wavesSweep(sweep);
        return Rows.of(definition, RowSet.of(definition), columns(definition));
    }

    private static List<String> columns(SweepDefinition definition) {
        return definition.columns().stream().map(Column::name).toList();
    }

    private static SweepDefinition wavesSweep(String sweep) {
        String model = """
                name: Waves
                variables: {v: {initial: 0}}
                parameters: {scale: {default: 1}}
                input: I
                equations: {v: scale * I}
                spike: {variable: v, threshold: 100}
                """;
        return SweepReader.read(
                "x.yaml",
                sweep.getBytes(StandardCharsets.UTF_8),
                path -> model.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    /** The maxima of bursts above 0 are their spikes, so that either way they have the same bursts. */
    @Test
    void spikesAreMaximaToo() {
        String sweep = """
                name: x
                neuron: HRDoubleRK4
                duration: 5000
                transient: 2000
                step: 0.02
                parameters: {mu: 0.006}
                sweep: {e: [1.2, 2.2, 2.75, 3.25, 4]}
                """ + FEATURES;
        List<Map<String, Object>> spikes = rows(sweep);
        List<Map<String, Object>> maxima = rows(sweep + "regime: {maxima: 0.2}\n");
        assertEquals(column("regime", spikes), column("regime", maxima));
        assertEquals(column("spikes_per_burst", spikes), column("spikes_per_burst", maxima));
        assertEquals(
                (double) spikes.get(1).get("burst_period_ms"),
                (double) maxima.get(1).get("burst_period_ms"),
                0.01);
        assertNotEquals(spikes.get(1).get("burst_duration_ms"), maxima.get(1).get("burst_duration_ms"));
    }

    /** Izhikevich (2003), IEEE Trans. Neural Netw. 14:1569–1572, Figure 2, at a current of 10, after adaptation. */
    @ParameterizedTest
    @CsvSource({
        "RS, 0.02, 0.2, -65, 8, tonic",
        "IB, 0.02, 0.2, -55, 4, tonic",
        "CH, 0.02, 0.2, -50, 2, bursting",
        "FS, 0.1, 0.2, -65, 2, tonic",
        "LTS, 0.02, 0.25, -65, 2, tonic"
    })
    void izhikevichsKindsFireAsNamed(String kind, double a, double b, double c, double d, String regime) {
        Map<String, Object> row =
                rows("""
                name: %s
                neuron: IzhikevichDoubleDormandPrince
                tolerance: 1e-6
                duration: 1500
                transient: 500
                input: 10
                parameters: {a: %s, b: %s, c: %s, d: %s}
                """.formatted(kind, a, b, c, d) + FEATURES).get(0);
        assertEquals(regime, row.get("regime"));
        assertEquals(regime.equals("bursting"), row.get("spikes_per_burst") != null);
    }

    /** From the start, an intrinsically bursting cell has a burst before its single spikes, which an adapting cell has not. */
    @Test
    void aCellThatSettlesSlowlyIsIrregularWithItsTransient() {
        String cell = """
                name: x
                neuron: IzhikevichDoubleDormandPrince
                tolerance: 1e-6
                duration: 300
                input: 10
                parameters: {c: -55, d: 4}
                """ + FEATURES;
        assertEquals("irregular", rows(cell).get(0).get("regime"));
        assertEquals("tonic", rows(cell + "transient: 100\n").get(0).get("regime"));
    }

    /** Below its threshold a membrane of Hodgkin and Huxley answers a step of current with one spike. */
    @Test
    void hodgkinHuxleyAnswersAWeakCurrentOnce() {
        List<Map<String, Object>> rows = rows("""
                name: x
                neuron: HHAreaDoubleRK4
                duration: 300
                step: 0.02
                sweep: {input: [1, 5, 10]}
                """ + FEATURES);
        assertEquals(List.of("silent", "transient", "tonic"), column("regime", rows));
    }

    /**
     * The pacemakers AB/PD 1 and 2 of Prinz, Bucher &amp; Marder (2004), Nat. Neurosci. 7:1345–1352, burst alone. SciPy's DOP853 finds
     * the same bursts of AB/PD 1 at a tolerance of 1e-10, as in PublishedFiguresTest.
     */
    @Tag("thorough")
    @Test
    void pyloricPacemakersBurst() {
        List<Map<String, Object>> rows = rows("""
                name: x
                neuron: STGDoubleRK4
                duration: 12500
                transient: 3000
                step: 0.02
                sweep:
                  - zip:
                      gna: [400, 100]
                      gkca: [10, 5]
                """ + FEATURES);
        assertEquals(List.of("bursting", "bursting"), column("regime", rows));
        assertEquals(17.0, rows.get(0).get("spikes_per_burst"));
        assertEquals(1500.42, (double) rows.get(0).get("burst_period_ms"), 1e-2);
    }

    /** The drive at which bursts of the rate 0.006 get a third spike; with a gap that no train has, there are no bursts. */
    @Test
    void aRowLooksForBurstsByTheRuleOfItsFile() {
        String sweep = """
                name: x
                neuron: HRDoubleRK4
                duration: 4000
                transient: 2000
                step: 0.05
                parameters: {mu: 0.006, e: drive}
                find: {drive: {between: [1.9, 2.4], where: spikes_per_burst > 2.5, tolerance: 0.05}}
                outputs: [spikes_per_burst]
                """;
        Map<String, Object> row = rows(sweep).get(0);
        assertEquals("found", row.get("find_status"));
        assertEquals(2.12, (double) row.get("drive"), 0.05);
        assertEquals("never", rows(sweep + "regime: {gap: 100}\n").get(0).get("find_status"));
        String other = CanonicalText.hash(Sweeps.read(sweep + "regime: {gap: 3}\n"));
        assertNotEquals(CanonicalText.hash(Sweeps.read(sweep)), other);
    }

    /** Each cell of a circuit has its own. */
    @Test
    void cellsOfACircuitHaveRegimesOfTheirOwn() {
        Map<String, Object> row = rows("""
                name: x
                circuit:
                  cells:
                    a: {model: HR}
                    b: {model: HR, parameters: {e: 1}}
                    c: {model: HR, parameters: {e: 4}}
                duration: 6000
                transient: 2000
                step: 0.05
                regime: {gap: 3}
                outputs: [a_regime, a_spikes_per_burst, b_regime, c_regime, c_duty_cycle]
                """).get(0);
        assertEquals(
                List.of("bursting", "silent", "tonic"),
                List.of(row.get("a_regime"), row.get("b_regime"), row.get("c_regime")));
        assertEquals(10.0, row.get("a_spikes_per_burst"));
        assertNull(row.get("c_duty_cycle"));
    }
}
