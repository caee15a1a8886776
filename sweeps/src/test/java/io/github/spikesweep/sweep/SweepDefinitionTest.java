package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.Sweeps.values;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What sweep files mean. */
class SweepDefinitionTest {

    @Test
    void fileWithoutAxesHasOneRow() {
        SweepDefinition one = read(SHORT);
        assertEquals("x", one.name());
        assertEquals("", one.description());
        assertEquals(1, one.space().size());
        assertEquals(1_000, one.steps(0));
        assertEquals(0, one.transientTime());
    }

    @Test
    void modelAloneMeansDoubleAndRk4() {
        SweepDefinition definition = read(MODELLESS + "model: HR\n");
        assertEquals(List.of(Precision.DOUBLE), definition.precisions());
        assertEquals(List.of(Integrator.RK4), definition.integrators());
        assertEquals(hash(definition), hash(read(MODELLESS + "neuron: HRDoubleRK4\ninput: 0\n")));
    }

    @Test
    void constantsMayUseEarlierOnesAndTimesMayUseConstants() {
        SweepDefinition definition = read(
                HH + "constants: {tau: 5, total: 2 * tau}\nduration: 10 * total\nstep: tau / 500\ntransient: total\n");
        assertEquals(100, definition.duration());
        assertEquals(10, definition.transientTime());
        assertEquals(10_000, definition.steps(0));
    }

    @Test
    void axesTakeEveryForm() {
        SweepDefinition definition = read(SHORT + """
                sweep:
                  gna: [1/3, -2, 1e-3, "2^3"]
                  gk: {values: [1], unit: mS, description: mine}
                  gl: {linspace: [0, 1, 3]}
                  cm: {logspace: [1, 100, 3]}
                  vl: {range: [-60, -50, 4]}
                """);
        assertEquals(List.of(1.0 / 3, -2.0, 1e-3, 8.0), values(definition, "gna"));
        assertEquals(List.of(0.0, 0.5, 1.0), values(definition, "gl"));
        assertEquals(List.of(1.0, 10.0, 100.0), values(definition, "cm"));
        assertEquals(List.of(-60.0, -56.0, -52.0), values(definition, "vl"));
        assertEquals(4 * 3 * 3 * 3, definition.space().size());
        assertEquals("mS", definition.columns().get(1).unit());
        assertEquals("maximum sodium conductance", definition.columns().get(1).description());
        assertEquals("mS", definition.columns().get(2).unit());
        assertEquals("mine", definition.columns().get(2).description());
    }

    @Test
    void axisMaySetTheStepTheInputAndInitialValues() {
        SweepDefinition definition =
                read("name: x\nmodel: HH\nduration: 10\nsweep: {step: [0.1, 0.01], input: [0, 1], v: [-65, -40]}\n");
        assertEquals(100, definition.steps(3));
        assertEquals(1_000, definition.steps(4));
        assertEquals(List.of("id", "step", "input", "v"), columns(definition).subList(0, 4));
        assertEquals("ms", definition.columns().get(1).unit());
        assertEquals("initial membrane potential", definition.columns().get(3).description());
    }

    @Test
    void stepOfAThirdDividesADurationWithinRounding() {
        assertEquals(
                300, read(HH + "duration: 100\nstep: 1 / 3\ntransient: 1\n").steps(0));
        assertEquals(1_000_000, read(HH + "duration: 1000\nstep: 1e-3\n").steps(0));
    }

    @Test
    void billionsOfCombinationsAreReadAtOnce() {
        SweepDefinition definition = read(SHORT
                + "sweep: {gna: {linspace: [1, 2, 1e4]}, gk: {range: [0, 9999, 1]}, v: {logspace: [1, 2, 1e4]}}\n");
        assertEquals(1_000_000_000_000L, definition.space().size());
    }

    @Test
    void nameThatOneOfTheModelsHasIsAccepted() {
        SweepDefinition both = read(MODELLESS
                + "sweep: {model: [HH, HR], e: [1, 2]}\nparameters: {gna: 1, mu: 0.002}\ninitial: {v: -60, x: 0}\n");
        assertEquals(4, both.space().size());
    }

    @Test
    void thresholdAloneHoldsForEveryModel() {
        SweepDefinition both = read(MODELLESS + "sweep: {model: [HH, HR]}\nspike: {threshold: 10 / 4}\n");
        assertEquals(
                new SpikeCondition("v", 2.5, 2.5, 0, SpikeCondition.USUAL_ONSET_SLOPE),
                both.models().get(0).spike());
        assertEquals(
                new SpikeCondition("x", 2.5, 2.5, 0, 1), both.models().get(1).spike());
    }

    @Test
    void spikeVariableHoldsForTheModelsThatHaveIt() {
        SweepDefinition both = read(MODELLESS + "sweep: {model: [HH, HR]}\nspike: {variable: m, threshold: 0.5}\n");
        assertEquals(
                new SpikeCondition("m", 0.5, 0.5, 0, SpikeCondition.USUAL_ONSET_SLOPE),
                both.models().get(0).spike());
        assertEquals(new SpikeCondition("x", 0, 0, 0, 1), both.models().get(1).spike());
        assertTrue(columns(both).containsAll(List.of("m_min", "x_max")));
        assertTrue(!columns(both).contains("v_min"));
    }

    @Test
    void outputsChooseFeaturesInTheOrderOfTheTable() {
        assertEquals(
                List.of(
                        "id",
                        "spike_count",
                        "frequency_hz",
                        "v_final",
                        "m_max",
                        "spike_times_ms",
                        "diverged_at_ms",
                        "status"),
                columns(read(SHORT + "outputs: [m_max, spike_times_ms, v_final, frequency_hz, spike_count]\n")));
        assertEquals(List.of("id", "diverged_at_ms", "status"), columns(read(SHORT + "outputs: [status]\n")));
    }

    @Test
    void columnsTellTheirTypeAndUnit() {
        SweepDefinition definition = read(MODELLESS + "sweep: {model: [HH, HR], e: [1]}\n");
        assertEquals(
                List.of(
                        "id LONG ",
                        "model STRING ",
                        "e DOUBLE ",
                        "spike_count INT ",
                        "frequency_hz DOUBLE Hz",
                        "first_spike_ms DOUBLE ms",
                        "last_spike_ms DOUBLE ms",
                        "isi_mean_ms DOUBLE ms",
                        "isi_frequency_hz DOUBLE Hz",
                        "isi_cv DOUBLE ",
                        "mean_frequency DOUBLE Hz",
                        "local_variation DOUBLE ",
                        "adaptation_index DOUBLE ",
                        "burst_number INT ",
                        "mean_AP_amplitude DOUBLE ",
                        "AP_duration_half_width DOUBLE ms",
                        "steady_state_voltage DOUBLE ",
                        "v_min DOUBLE mV",
                        "v_max DOUBLE mV",
                        "v_final DOUBLE mV",
                        "x_min DOUBLE ",
                        "x_max DOUBLE ",
                        "x_final DOUBLE ",
                        "diverged_at_ms DOUBLE ms",
                        "status STRING "),
                definition.columns().stream()
                        .map(column -> column.name() + " " + column.type() + " " + column.unit())
                        .toList());
        for (Column column : definition.columns()) {
            boolean known = List.of("id", "model", "e").contains(column.name());
            assertEquals(!known, column.needsSimulation(), column.name());
            assertEquals(!known && !column.name().equals("status"), column.nullable(), column.name());
        }
    }

    @Test
    void hashTellsTablesApartAndNothingElse() {
        String scan = SHORT + "constants: {k: 2}\nparameters: {gna: k * d}\nsweep: {d: [1, 2]}\n";
        String hash = hash(read(scan));
        assertTrue(hash.matches("[0-9a-f]{64}"));
        assertEquals(
                hash, hash(read("# a comment\n" + scan.replace("k * d", "2*d").replace("{k: 2}", "{j: 3}"))));
        assertEquals(hash, hash(read(scan.replace("name: x", "name: other") + "description: other\n")));
        assertEquals(hash, hash(read(scan.replace("[1, 2]", "{values: [1, 2], unit: m}"))));
        assertEquals(hash, hash(read(scan + "audit: {fraction: 0.5}\n")));
        Set<String> hashes = new HashSet<>(Set.of(hash));
        for (String change : List.of(
                "k: 2|k: 3",
                "[1, 2]|[1, 2, 3]",
                "[1, 2]|{linspace: [1, 2, 3]}",
                "duration: 10|duration: 20",
                "step: 0.01|step: 0.02",
                "input: 0.1|input: 0.1 * t",
                "Double|Float",
                "RK4|RK6",
                "{gna|{vl: -50, gna",
                "parameters|initial: {v: 0}\nparameters",
                "parameters|spike: {threshold: 1}\nparameters",
                "parameters|spike: {rearm: -10}\nparameters",
                "parameters|spike: {refractory: 1}\nparameters",
                "parameters|spike: {onset_slope: 20}\nparameters",
                "parameters|noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}\nparameters",
                "parameters|noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1, seed: 2}\nparameters",
                "parameters|outputs: [trace_v]\nparameters",
                "parameters|outputs: [trace_v]\ntrace_every: 0.1\nparameters",
                "RK4|DormandPrince",
                "parameters|outputs: [spike_count]\nparameters",
                "parameters|transient: 1\nparameters",
                "{d: [1, 2]|{e: [1, 2]")) {
            String[] pair = change.split("\\|", -1);
            String changed =
                    scan.replace(pair[0], pair[1]).replace("k * d", change.contains("{e:") ? "k * e" : "k * d");
            if (change.contains("DormandPrince")) {
                changed = changed.replace("step: 0.01", "tolerance: 0.01");
            }
            assertTrue(hashes.add(hash(read(changed))), change);
        }
    }

    /** The hashed text is the same on every machine and version of Java, so it is pinned here. */
    @Test
    void canonicalTextIsTheSameEverywhere() {
        String text = CanonicalText.of(
                read(MODELLESS + "model: HR\nsweep: {e: {linspace: [1, 3.5, 25]}}\noutputs: [spike_count]\n"));
        assertTrue(text.startsWith("spikesweep 3\nmodel HR\nvariable x -0x1.8p0 -Infinity Infinity\n"), text);
        assertTrue(text.endsWith("""
                        spike x 0x0.0p0 0x0.0p0 0x0.0p0
                        onset 0x1.0p0
                        precision double
                        integrator RK4
                        duration 0x1.4p3
                        transient 0x0.0p0
                        step 0x1.47ae147ae147bp-7
                        tolerance 0x0.0p0
                        input 0x0.0p0
                        set e e
                        block 25
                        axis e decimal linspace 0x1.0p0 0x1.cp1 25
                        column id
                        column e
                        column spike_count
                        column diverged_at_ms
                        column status
                        """), text);
    }

    /** Results of versions that multiplied steps in binary differ in the last bit: only directories of such axes are not continued. */
    @Test
    void hashOfDecimalAxesIsNotThatOfBinaryArithmetic() {
        String sweep = MODELLESS + "model: HR\nsweep: {e: %s}\n";
        assertTrue(CanonicalText.of(read(sweep.formatted("{range: [0, 1, 0.1]}")))
                .contains("axis e decimal range 0x0.0p0 0x1.0p0 0x1.999999999999ap-4\n"));
        assertTrue(CanonicalText.of(read(sweep.formatted("{logspace: [0.05, 5, 3]}")))
                .contains("axis e decimal logspace 0x1.999999999999ap-5 0x1.4p2 3\n"));
        assertTrue(CanonicalText.of(read(sweep.formatted("{range: [0, 1, 0.25]}")))
                .contains("axis e range 0x0.0p0 0x1.0p0 0x1.0p-2\n"));
        assertTrue(CanonicalText.of(read(sweep.formatted("{linspace: [0, 200, 41]}")))
                .contains("axis e linspace 0x0.0p0 0x1.9p7 41\n"));
    }

    @Test
    void definitionTravelsByContent() throws IOException, ClassNotFoundException {
        SweepDefinition definition = read(MODELLESS + """
                sweep:
                  model: [HH, HR]
                  precision: [float, double]
                  v: [-65, -60]
                  e: {linspace: [1, 2, 3]}
                  b: {logspace: [1, 2, 3]}
                  c: {range: [1, 2, 3]}
                input: 0.1 * sin(t) + e
                noise: {kind: ornstein-uhlenbeck, mean: e, sigma: 0.1, tau: 5}
                outputs: [spike_count, burst_number, mean_AP_amplitude, x_min, trace_x, spike_times_ms]
                """);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(definition);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SweepDefinition travelled = (SweepDefinition) in.readObject();
            assertEquals(hash(definition), hash(travelled));
            assertEquals(definition.columns(), travelled.columns());
            assertEquals(definition.settings(), travelled.settings());
            assertEquals(definition.outputs(), travelled.outputs());
        }
    }
}
