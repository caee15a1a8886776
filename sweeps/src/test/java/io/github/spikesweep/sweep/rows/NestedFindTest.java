package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A threshold of a threshold: for each value of the outer quantity the inner one is found anew. */
class NestedFindTest {
    private static final String HEAD =
            "name: x\nmodel: HHArea\nduration: 60\nstep: 0.02\ninput: amplitude * pulse(t, 20, width)\n";

    /** The width of a pulse at which its threshold is twice that of the longest pulse, for some sodium conductances. */
    private static final String CHRONAXIE = HEAD + """
            sweep: {gna: [110, 120, 130]}
            find:
              width:
                between: [0.5, 8.5]
                where: amplitude <= 6
                tolerance: 0.1
                find: {amplitude: {between: [0, 32], where: spike_count >= 1, tolerance: 0.05}}
            outputs: [spike_count, first_spike_ms, v_max]
            """;

    /** Of a leaky membrane the threshold of a pulse is θ / (1 − exp(−w / τ)) (Lapicque 1907), twice θ at w = τ ln 2. */
    private static final String LEAKY = """
            name: Leaky
            variables: {v: {initial: 0}}
            parameters: {tau: {default: 10}}
            input: I
            equations: {v: (I - v) / tau}
            spike: {variable: v, threshold: 1}
            """;

    @Test
    void theChronaxieOfALeakyMembraneIsKnown() {
        String sweep = """
                name: x
                model: leaky.yaml
                duration: 40
                step: 0.005
                input: amplitude * pulse(t, 0, width)
                sweep: {tau: [5, 10, 20]}
                find:
                  width:
                    between: [1, 30]
                    where: amplitude <= 2
                    tolerance: 1e-4
                    find: {amplitude: {between: [0, 40], where: v_max >= 1, tolerance: 1e-4}}
                outputs: [v_max]
                """;
        SweepDefinition definition = SweepReader.read(
                "x.yaml",
                sweep.getBytes(StandardCharsets.UTF_8),
                path -> LEAKY.getBytes(StandardCharsets.UTF_8),
                List.of());
        for (Map<String, Object> row : rows(definition)) {
            assertEquals("found", row.get("find_status"));
            assertEquals("found", row.get("amplitude_find_status"));
            // The maximum is seen at the ends of steps, at most one before the end of the pulse or behind it.
            assertEquals((double) row.get("tau") * Math.log(2), (double) row.get("width"), 0.006);
            assertEquals(2, (double) row.get("amplitude"), 2e-4);
            assertEquals(1, (double) row.get("v_max"), 1e-4);
        }
    }

    /** The same as two bisections written down, one within the other, over rows of plain sweeps. */
    @Tag("thorough")
    @Test
    void findsWhatTwoPlainBisectionsFind() {
        SweepDefinition definition = Sweeps.read(CHRONAXIE);
        assertEquals(
                List.of(
                        "id",
                        "gna",
                        "width",
                        "find_status",
                        "amplitude",
                        "amplitude_find_status",
                        "spike_count",
                        "first_spike_ms",
                        "v_max",
                        "diverged_at_ms",
                        "status"),
                Sweeps.columns(definition));
        // 8 ms halved seven times, 32 µA/cm² ten times.
        assertEquals((2 + 7) * (2 + 10), definition.find().mostTrials());
        for (Map<String, Object> row : rows(definition)) {
            double gna = (double) row.get("gna");
            double width = bisection(0.5, 8.5, 0.1, w -> amplitude(gna, w) <= 6);
            assertEquals(width, row.get("width"));
            double amplitude = amplitude(gna, width);
            assertEquals(amplitude, row.get("amplitude"));
            assertTrue(amplitude <= 6 && amplitude(gna, width - 8.0 / 128) > 6);
            Map<String, Object> there = plain(gna, width, amplitude);
            for (String feature : List.of("spike_count", "first_spike_ms", "v_max")) {
                assertEquals(there.get(feature), row.get(feature));
            }
        }
    }

    private static double amplitude(double gna, double width) {
        return bisection(0, 32, 0.05, a -> (int) plain(gna, width, a).get("spike_count") >= 1);
    }

    private static double bisection(double low, double high, double tolerance, DoublePredicate holds) {
        assertTrue(!holds.test(low) && holds.test(high));
        double no = low;
        double yes = high;
        while (yes - no > tolerance) {
            double middle = no + (yes - no) / 2;
            if (holds.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }

    private static Map<String, Object> plain(double gna, double width, double amplitude) {
        return rows(Sweeps.read(HEAD
                        + "sweep: {gna: [%s], width: [%s], amplitude: [%s]}\noutputs: [spike_count, first_spike_ms, v_max]\n"
                                .formatted(gna, width, amplitude)))
                .get(0);
    }

    /** Values that are not found end a search early, and only there. */
    @Test
    void takesTheStepsOfItsTrials() {
        SweepDefinition definition = Sweeps.read(CHRONAXIE);
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("id", "width", "amplitude"));
        assertTrue(reader.next());
        assertEquals(3L * definition.find().mostTrials() * definition.steps(0), reader.neuronSteps());
        SweepDefinition weak = Sweeps.read(CHRONAXIE, "find.width.find.amplitude.between.1=0.5");
        RowReader ends = new RowReader(weak, RowSet.of(weak), List.of("id", "width", "amplitude"));
        assertTrue(ends.next());
        assertEquals(3L * 2 * 2 * weak.steps(0), ends.neuronSteps());
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "where: gna != 120\n",
                "noise: {kind: ornstein-uhlenbeck, sigma: 2, tau: 2}\n",
                "precision: float\n",
                "integrator: ExponentialEuler\n"
            })
    void partsHaveTheSameBits(String more) {
        SweepDefinition definition = Sweeps.read(CHRONAXIE + more);
        List<Map<String, Object>> together = rows(definition);
        assertEquals(more.contains("where") ? 2 : 3, together.size());
        List<Map<String, Object>> apart = new ArrayList<>();
        Rows.parts(RowSet.of(definition), 3)
                .forEach(part -> apart.addAll(Rows.of(definition, part, Sweeps.columns(definition))));
        assertEquals(together, apart);
        together.forEach(row -> assertTrue(row.get("width") != null && row.get("amplitude") != null));
    }

    /** Where the inner quantity is not found, its value is unknown, and so are all features. */
    @Test
    void anOuterConditionHoldsOnlyWithAnInnerValue() {
        // Within 8 µA/cm², short pulses have no threshold: the least width is that at which one begins.
        SweepDefinition begins = Sweeps.read(
                CHRONAXIE, "find.width.find.amplitude.between=[0, 8]", "find.width.where=not (amplitude > 1000)");
        for (Map<String, Object> row : rows(begins)) {
            assertEquals("found", row.get("find_status"));
            assertEquals("found", row.get("amplitude_find_status"));
            assertTrue((double) row.get("width") > 0.6);
            assertTrue((double) row.get("amplitude") > 7);
        }
        SweepDefinition none = Sweeps.read(CHRONAXIE, "find.width.where=amplitude < 0");
        for (Map<String, Object> row : rows(none)) {
            assertEquals("never", row.get("find_status"));
            assertEquals("ok", row.get("status"));
            for (String column :
                    List.of("width", "amplitude", "amplitude_find_status", "spike_count", "first_spike_ms", "v_max")) {
                assertNull(row.get(column), column);
            }
        }
        // What is known without an inner value may decide: it is not found, and so has none, nor features.
        SweepDefinition always = Sweeps.read(
                CHRONAXIE, "find.width.find.amplitude.between=[0, 1]", "find.width.where=amplitude < 1 or gna < 115");
        Map<String, Object> first = rows(always).get(0);
        assertEquals("always", first.get("find_status"));
        assertEquals(0.5, first.get("width"));
        assertEquals("never", first.get("amplitude_find_status"));
        assertNull(first.get("amplitude"));
        assertNull(first.get("v_max"));
        assertEquals("never", rows(always).get(1).get("find_status"));
        SweepDefinition inside = Sweeps.read(CHRONAXIE, "find.width.find.amplitude.where=v_max < 1000");
        Map<String, Object> least = rows(inside).get(0);
        assertEquals("always", least.get("find_status"));
        assertEquals("always", least.get("amplitude_find_status"));
        assertEquals(0.0, least.get("amplitude"));
    }

    @Test
    void aDivergedTrialFindsNothing() {
        Map<String, Object> row = rows(Sweeps.read(CHRONAXIE, "find.width.find.amplitude.between=[0, 1e7]"))
                .get(0);
        assertEquals("diverged", row.get("status"));
        for (String column :
                List.of("width", "find_status", "amplitude", "amplitude_find_status", "spike_count", "v_max")) {
            assertNull(row.get(column), column);
        }
    }

    @Tag("thorough")
    @Test
    void tracesTellAllValues() {
        SweepDefinition definition = Sweeps.read(CHRONAXIE);
        Map<String, Object> row = rows(definition).get(1);
        assertEquals(
                "width " + row.get("width") + ", found; amplitude " + row.get("amplitude") + ", found",
                RowTrace.of(definition, 1, OptionalDouble.empty()).remark().orElseThrow());
        SweepDefinition far = Sweeps.read(CHRONAXIE, "find.width.find.amplitude.between=[0, 1e7]");
        assertEquals(
                "width 0.5 and amplitude 10000000, where it diverged",
                RowTrace.of(far, 1, OptionalDouble.empty()).remark().orElseThrow());
    }

    /** The outer value may be what the inner condition asks for. */
    @Tag("thorough")
    @Test
    void threeMayBeNested() {
        String sweep = """
                name: x
                model: HHArea
                duration: 40
                step: 0.02
                find:
                  gk:
                    between: [20, 52]
                    where: gna >= 100
                    tolerance: 1
                    find:
                      gna:
                        between: [60, 188]
                        where: input <= least
                        tolerance: 4
                        find: {input: {between: [0, 16], where: spike_count >= 1, tolerance: 0.25}}
                sweep: {least: [2, 4]}
                outputs: [spike_count]
                """;
        SweepDefinition definition = Sweeps.read(sweep);
        assertEquals(7 * 7 * 8, definition.find().mostTrials());
        assertEquals(
                List.of("gk", "gna", "input"),
                definition.find().all().stream().map(Find::name).toList());
        for (Map<String, Object> row : rows(definition)) {
            assertEquals("found", row.get("find_status"));
            assertTrue((double) row.get("gna") >= 100);
            assertTrue((double) row.get("input") <= (double) row.get("least"));
            // At this conductance, the inner two of another sweep.
            Map<String, Object> two = rows(Sweeps.read(sweep.replaceAll("(?s)find:\n +gk:.*?find:\n", "find:\n")
                            .replace("[2, 4]", "[" + row.get("least") + "], gk: [" + row.get("gk") + "]")))
                    .get(0);
            for (String column : List.of("gna", "input", "spike_count")) {
                assertEquals(two.get(column), row.get(column));
            }
        }
    }

    @Tag("thorough")
    @Test
    void auditsCompareTheOuterValue() {
        String coarse =
                CHRONAXIE.replace("step: 0.02", "step: 0.05").replaceAll("tolerance: [0-9.]+", "tolerance: 0.01")
                        + "integrator: Euler\n";
        SweepDefinition audited = Sweeps.read(coarse + "audit: {fraction: 1}\n");
        RowReader reader = new RowReader(audited, RowSet.of(audited), Sweeps.columns(audited));
        assertTrue(reader.next());
        List<Object> table = widths(coarse);
        List<Object> finer = widths(coarse, "step=0.025");
        List<Object> finest = widths(coarse, "step=0.0125");
        double most = 0;
        for (int i = 0; i < 3; i++) {
            double moved = Math.abs((double) table.get(i) - (double) finer.get(i));
            most = Math.max(most, moved);
            if (moved > 0.01) {
                most = Math.max(most, Math.abs((double) table.get(i) - (double) finest.get(i)));
            }
        }
        assertTrue(most > 0);
        assertEquals(3, reader.audited().rows());
        assertEquals(most, reader.audited().value().difference());
    }

    private static List<Object> widths(String sweep, String... changes) {
        return rows(Sweeps.read(sweep, changes)).stream()
                .map(row -> row.get("width"))
                .toList();
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }
}
