package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.Warnings;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that look for the value at which a condition starts to hold. */
class FindRowsTest {
    private static final String HEAD = "name: x\nduration: 60\nstep: 0.02\n";

    /** Without a current, membranes of much sodium conductance fire at once; those of little do not at 2 µA/cm². */
    private static final String RHEOBASE = HEAD + """
            model: HHArea
            initial: {v: -65, m: 0.0529, h: 0.596, n: 0.3177}
            sweep: {gna: {linspace: [40, 480, 23]}}
            find: {input: {between: [0, 4], where: spike_count >= 1, tolerance: 1e-3}}
            outputs: [spike_count, first_spike_ms, v_max, spike_times_ms]
            """;

    @Test
    void theConditionHoldsAtTheValueFoundAndNotAToleranceBelow() {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        List<Map<String, Object>> rows = rows(definition);
        assertEquals(
                Set.of("found", "always", "never"),
                rows.stream().map(row -> row.get("find_status")).collect(Collectors.toSet()));
        // 4 µA/cm² halved twelve times is less than the tolerance.
        assertEquals(12, definition.find().halvings());
        assertEquals(14, definition.find().mostTrials());
        for (Map<String, Object> row : rows) {
            assertEquals("ok", row.get("status"));
            assertNull(row.get("diverged_at_ms"));
            switch ((String) row.get("find_status")) {
                case "found" -> {
                    double input = (double) row.get("input");
                    assertEquals(features(row), features(plain(RHEOBASE, "input", input, row)));
                    assertEquals(
                            0, plain(RHEOBASE, "input", input - 4.0 / 4096, row).get("spike_count"));
                    assertTrue((int) row.get("spike_count") >= 1);
                }
                case "always" -> {
                    assertEquals(0.0, row.get("input"));
                    assertEquals(features(row), features(plain(RHEOBASE, "input", 0, row)));
                    assertTrue((int) row.get("spike_count") >= 1);
                }
                default -> {
                    assertEquals(0, plain(RHEOBASE, "input", 4, row).get("spike_count"));
                    assertNull(row.get("input"));
                    features(row).values().forEach(value -> assertEquals("none", value));
                }
            }
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 23})
    void partsHaveTheSameBits(int parts) {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        List<Map<String, Object>> together = rows(definition);
        List<Map<String, Object>> apart = new ArrayList<>();
        Rows.parts(RowSet.of(definition), parts)
                .forEach(part -> apart.addAll(Rows.of(definition, part, Sweeps.columns(definition))));
        assertEquals(together, apart);
    }

    /** The gate on the cost: a row that finds a value takes exactly its trials, others fewer, and nothing is simulated beside them. */
    @Test
    void takesNoMoreStepsThanItsTrials() {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        RowReader reader = new RowReader(definition, RowSet.of(definition), Sweeps.columns(definition));
        long expected = 0;
        int status = Sweeps.columns(definition).indexOf("find_status");
        while (reader.next()) {
            for (int row = 0; row < reader.rows(); row++) {
                expected += switch (reader.getString(status, row)) {
                            case "always" -> 1;
                            case "never" -> 2;
                            default -> definition.find().mostTrials();
                        }
                        * definition.steps(0);
            }
        }
        assertEquals(expected, reader.neuronSteps());
        assertTrue(reader.neuronSteps() <= 23L * definition.find().mostTrials() * definition.steps(0));
    }

    /** However many trials a row takes. */
    @Test
    void progressCountsEveryRowOnce() {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        double[] rows = {0};
        Progress progress = new Progress() {
            @Override
            public void advanced(double advance, long neuronSteps) {
                assertTrue(advance >= 0);
                rows[0] += advance;
                assertTrue(rows[0] <= 23 + 1e-9);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("input"), progress);
        assertTrue(reader.next());
        assertEquals(23, rows[0], 1e-9);
    }

    @Test
    void prunedColumnsChangeNothing() {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        List<Object> all =
                rows(definition).stream().map(row -> row.get("input")).toList();
        assertEquals(
                all,
                Rows.of(definition, RowSet.of(definition), List.of("input")).stream()
                        .map(row -> row.get("input"))
                        .toList());
        List<Map<String, Object>> axes = Rows.of(definition, RowSet.of(definition), List.of("id", "gna"));
        assertEquals(23, axes.size());
    }

    /** A value found is that of a plain sweep, whatever it is of. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                // A parameter, an initial value, names of one's own.
                "neuron: HHAreaDoubleRK4\ninput: 3\nsweep: {gk: [30, 36]}\nfind: {gna: {between: [40, 200], where: spike_count >= 1, tolerance: 0.01}}",
                "neuron: HHAreaDoubleRK4\nsweep: {gna: [120, 140]}\nfind: {v: {between: [-65, -30], where: v_max > 0, tolerance: 0.001}}",
                "neuron: HHAreaDoubleRK4\ninput: amplitude * pulse(t, 20, width)\nsweep: {width: [0.5, 2.01]}\nfind: {amplitude: {between: [0, 40], where: spike_count >= 1, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleRK4\ninput: 12 * pulse(t, 20, width)\nsweep: {gna: [110, 130]}\nfind: {width: {between: [0, 5], where: spike_count >= 1, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleRK4\ninput: 3\nparameters: {gna: 100 * scale, gk: 36 / scale}\nsweep: {cm: [1, 1.1]}\nfind: {scale: {between: [0.5, 2], where: spike_count > 1, tolerance: 1e-4}}",
                // Single precision, adaptive steps, a map, a reset.
                "neuron: HHAreaFloatRK4\nsweep: {gna: [110, 130]}\nfind: {input: {between: [0, 10], where: spike_count >= 1, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleDormandPrince\ntolerance: 1e-6\nsweep: {gna: [110, 130]}\nfind: {input: {between: [0, 10], where: spike_count >= 1, tolerance: 1e-3}}",
                "model: Rulkov\nduration: 1000\nstep: 1\nsweep: {alpha: [4.1, 4.3]}\nfind: {sigma: {between: [-1.5, 1], where: spike_count >= 20, tolerance: 1e-3}}",
                "neuron: IzhikevichDoubleRK4\nsweep: {a: [0.02, 0.03]}\nfind: {input: {between: [0, 30], where: spike_count >= 2, tolerance: 1e-3}}",
                // Features that are recorded for the condition alone, and what only some rows have.
                "neuron: HHAreaDoubleRK4\nsweep: {gna: [110, 130]}\nfind: {input: {between: [0, 20], where: first_spike_ms < 25 and mean_AP_amplitude > 40, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleRK4\nsweep: {gna: [110, 130]}\nfind: {input: {between: [0, 20], where: n_max > 0.7 and steady_state_voltage > -70, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleRK4\nsweep: {gna: [110, 130]}\nfind: {input: {between: [5, 40], where: isi_mean_ms < 12, tolerance: 1e-3}}",
                // Conditions over axes and constants, and a choice of rows.
                "neuron: HHAreaDoubleRK4\nconstants: {most: 20}\nsweep: {least: [1, 2, 3, 4]}\nwhere: least != 3\nfind: {input: {between: [0, 15], where: spike_count >= least and not (spike_count > most), tolerance: 1e-2}}",
                // Noise and replicates.
                "neuron: HHAreaDoubleRK4\nnoise: {kind: ornstein-uhlenbeck, sigma: 2, tau: 2}\nsweep: [{replicates: 3}]\nfind: {input: {between: [-10, 20], where: spike_count >= 3, tolerance: 1e-3}}",
                "neuron: HHAreaDoubleRK4\nnoise: {kind: ornstein-uhlenbeck, sigma: size, tau: 2}\nsweep: {gna: [110, 130]}\nfind: {size: {between: [0, 10], where: spike_count >= 1, tolerance: 1e-3}}"
            })
    void findsWhateverMayBeSet(String text) {
        String sweep =
                head(text) + text + "\noutputs: [spike_count, first_spike_ms, v_max]\n".replace("v_max", max(text));
        assertFound(sweep, Sweeps.read(sweep));
    }

    @Test
    void findsTheCouplingOfACircuit() {
        String sweep = HEAD + """
                circuit:
                  cells: {a: HHArea, b: HHArea}
                  synapses: {gap: {type: Electrical, between: [a, b]}}
                sweep: {a.input: [12, 15]}
                find: {gap.g: {between: [0, 1], where: b_spike_count >= 1 and a_b_correlation > 0, tolerance: 1e-4, unit: mS/cm²}}
                outputs: [a_spike_count, b_spike_count, b_first_spike_ms]
                """;
        SweepDefinition definition = Sweeps.read(sweep);
        assertEquals("mS/cm²", column(definition, "gap_g").unit());
        assertFound(sweep, definition);
    }

    private static String max(String text) {
        return text.contains("Rulkov") ? "x_max" : "v_max";
    }

    private static String head(String text) {
        return text.contains("Rulkov")
                ? "name: x\n"
                : text.contains("DormandPrince") ? "name: x\nduration: 60\n" : HEAD;
    }

    private static void assertFound(String sweep, SweepDefinition definition) {
        Find find = definition.find();
        String name = find.name();
        double apart = (find.high() - find.low()) / (1L << find.halvings());
        List<Map<String, Object>> rows = rows(definition);
        assertTrue(rows.size() > 1);
        for (Map<String, Object> row : rows) {
            assertEquals("found", row.get("find_status"), row.toString());
            double value = (double) row.get(name.replace('.', '_'));
            assertTrue(value > find.low() && value <= find.high());
            Map<String, Object> there = plain(sweep, name, value, row);
            assertEquals(features(row), features(there));
            assertNotEquals(features(row), features(plain(sweep, name, value - apart, row)));
        }
        List<Map<String, Object>> apartRows = new ArrayList<>();
        Rows.parts(RowSet.of(definition), rows.size())
                .forEach(part -> apartRows.addAll(Rows.of(definition, part, Sweeps.columns(definition))));
        assertEquals(rows, apartRows);
    }

    /** A row whose trial diverges cannot be decided, and a value that cannot be simulated is no other one. */
    @Test
    void divergedTrialsFindNothing() {
        String far = RHEOBASE.replace("[0, 4]", "[0, 1e6]");
        for (Map<String, Object> row : rows(Sweeps.read(far))) {
            if (row.get("status").equals("ok")) {
                assertEquals("always", row.get("find_status"));
                continue;
            }
            assertEquals("diverged", row.get("status"));
            assertNotNull(row.get("diverged_at_ms"));
            assertNull(row.get("find_status"));
            assertNull(row.get("input"));
            features(row).values().forEach(value -> assertEquals("none", value));
        }
        SweepDefinition atZero = Sweeps.read(
                HEAD
                        + "neuron: HHAreaDoubleRK4\nparameters: {cm: 1 / x}\nfind: {x: {between: [0, 2], where: spike_count >= 1, tolerance: 0.1}}\n");
        Map<String, Object> row = rows(atZero).get(0);
        assertEquals("diverged", row.get("status"));
        assertEquals(0.0, row.get("diverged_at_ms"));
        assertNull(row.get("x"));
        RowReader reader = new RowReader(atZero, RowSet.of(atZero), List.of("status"));
        assertTrue(reader.next());
        assertEquals(1, reader.divergedRows());
    }

    /** What a trial does not have is unknown: without three spikes no isi_cv, and neither condition on it holds. */
    @Test
    void unknownFeaturesDoNotHold() {
        String sweep = HEAD
                + "model: HHArea\nfind: {input: {between: [0, 1], where: %s, tolerance: 0.1}}\noutputs: [spike_count]\n";
        for (String condition :
                List.of("isi_cv > 1", "isi_cv <= 1", "not (isi_cv > 1)", "isi_cv > 1 and spike_count == 0")) {
            assertEquals(
                    "never",
                    rows(Sweeps.read(sweep.formatted(condition))).get(0).get("find_status"),
                    condition);
        }
        for (String condition : List.of("isi_cv > 1 or spike_count == 0", "not (isi_cv > 1 and spike_count > 0)")) {
            assertEquals(
                    "always",
                    rows(Sweeps.read(sweep.formatted(condition))).get(0).get("find_status"),
                    condition);
        }
    }

    @Test
    void auditsCompareTheValuesFound() {
        String coarse =
                RHEOBASE.replace("step: 0.02", "step: 0.05").replace("model: HHArea", "neuron: HHAreaDoubleEuler");
        SweepDefinition audited = Sweeps.read(coarse + "audit: {fraction: 1}\n");
        RowReader reader = new RowReader(audited, RowSet.of(audited), Sweeps.columns(audited));
        assertTrue(reader.next());
        assertEquals(23, reader.rows());
        List<Map<String, Object>> table = rows(Sweeps.read(coarse));
        List<Map<String, Object>> finer = rows(Sweeps.read(coarse, "step=0.025"));
        List<Map<String, Object>> finest = rows(Sweeps.read(coarse, "step=0.0125"));
        double most = 0;
        long id = 0;
        long different = 0;
        for (int i = 0; i < table.size(); i++) {
            boolean differs = !Objects.equals(
                    table.get(i).get("find_status"), finer.get(i).get("find_status"));
            different += differs ? 1 : 0;
            double moved = apart(table.get(i), finer.get(i));
            if (differs || moved > 1e-3) {
                moved = Math.max(moved, apart(table.get(i), finest.get(i)));
            }
            if (moved > most) {
                most = moved;
                id = i;
            }
        }
        AuditReport report = reader.audited();
        assertEquals(23, report.rows());
        assertEquals(different, report.differentRows());
        assertTrue(most > 1e-3, "Euler in coarse steps moves thresholds: " + most);
        assertEquals(most, report.value().difference());
        assertEquals(id, report.value().id());
        assertEquals(table.get((int) id).get("input"), report.value().table());
        assertEquals(AuditReport.Count.NONE, report.count());
        assertEquals(AuditReport.Time.NONE, report.time());
    }

    private static double apart(Map<String, Object> row, Map<String, Object> other) {
        return row.get("input") == null || other.get("input") == null
                ? 0
                : Math.abs((double) row.get("input") - (double) other.get("input"));
    }

    @Tag("thorough")
    @Test
    void tracesShowTheRowAtTheValueFound() {
        SweepDefinition definition = Sweeps.read(RHEOBASE);
        List<Map<String, Object>> rows = rows(definition);
        for (Map<String, Object> row : rows) {
            RowTrace trace = RowTrace.of(definition, (long) row.get("id"), OptionalDouble.empty());
            String found = trace.remark().orElseThrow();
            switch ((String) row.get("find_status")) {
                case "found" -> {
                    assertEquals("input " + row.get("input") + ", found", found);
                    double most = Double.NEGATIVE_INFINITY;
                    for (int sample = 0; sample < trace.size(); sample++) {
                        most = Math.max(most, trace.value(0, sample));
                    }
                    // The trace has the ends of steps; the largest value of the row is one of them.
                    assertEquals(row.get("v_max"), most);
                }
                case "always" -> assertEquals("input 0, the lower end, where the condition holds already", found);
                default -> assertEquals("input 4, the upper end, where the condition does not hold", found);
            }
        }
        String far = RHEOBASE.replace("[0, 4]", "[0, 1e6]");
        RowTrace trace = RowTrace.of(Sweeps.read(far), 0, OptionalDouble.empty());
        assertEquals("input 1000000, where it diverged", trace.remark().orElseThrow());
        assertTrue(trace.divergedAt().isPresent());
    }

    /** Nobody knows before whether a reset that is found fails; a row in which it does is diverged. */
    @Test
    void resetsMayBeFound() {
        String sweep = HEAD
                + "neuron: IzhikevichDoubleRK4\ninput: 10\nfind: {c: {between: [-80, -40], where: spike_count >= 3, tolerance: 0.1}}\n";
        SweepDefinition definition = Sweeps.read(sweep);
        assertEquals(
                List.of(),
                Warnings.of(definition, 1).stream()
                        .filter(warning -> warning.contains("do not reset"))
                        .toList());
        assertEquals("ok", rows(definition).get(0).get("status"));
        SweepDefinition failing = Sweeps.read(sweep.replace("-40]", "80]"));
        Map<String, Object> row = rows(failing).get(0);
        assertEquals("diverged", row.get("status"));
        assertNull(row.get("c"));
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    /** The same row of the sweep in which the quantity has that value. */
    private static Map<String, Object> plain(String sweep, String name, double value, Map<String, Object> row) {
        String without = sweep.replaceAll("(?m)^find: .*\n", "")
                .replace("sweep: [{replicates", "sweep: [{grid: {" + name + ": [" + value + "]}}, {replicates");
        String text = without.contains("{grid: ")
                ? without
                : without.contains("sweep: {")
                        ? without.replace("sweep: {", "sweep: {" + name + ": [" + value + "], ")
                        : without + "sweep: {" + name + ": [" + value + "]}\n";
        // The condition alone may use an axis, which then would be of no use.
        String used = text.contains("least:") ? text + "parameters: {gna: 120 + 0 * least}\n" : text;
        SweepDefinition definition = Sweeps.read(used);
        List<Map<String, Object>> found = rows(definition);
        return found.stream()
                .filter(other -> other.get("id").equals(row.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> features(Map<String, Object> row) {
        Map<String, Object> features = new HashMap<>();
        for (String name : List.of(
                "spike_count",
                "first_spike_ms",
                "v_max",
                "x_max",
                "spike_times_ms",
                "a_spike_count",
                "b_spike_count",
                "b_first_spike_ms")) {
            if (row.containsKey(name)) {
                features.put(name, row.get(name) == null ? "none" : row.get(name));
            }
        }
        return features;
    }

    private static Column column(SweepDefinition definition, String name) {
        return definition.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
