package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The circuits that are shipped as sweeps, against SciPy; {@code shipped-circuits.py} in this module's test resources prints its figures. */
class ShippedCircuitsTest {
    private static final FileSource BESIDE = path -> Files.readAllBytes(Path.of(path));

    @Tag("thorough")
    @Test
    void gapJunctionLocksInPhaseAndInTurn() {
        List<Map<String, Object>> rows = rows(read("gap-junction"));
        assertEquals(116, rows.size());
        // Conductances of −0.003, −0.001, 0, 0.001, 0.005 and 0.02 mS.
        int[] ids = {0, 10, 15, 20, 40, 115};
        int[] a = {39, 31, 30, 29, 29, 28};
        int[] b = {39, 31, 28, 29, 29, 28};
        for (int k = 0; k < ids.length; k++) {
            Map<String, Object> row = rows.get(ids[k]);
            assertEquals(a[k], row.get("a_spike_count"), row::toString);
            assertEquals(b[k], row.get("b_spike_count"), row::toString);
        }
        for (Map<String, Object> row : rows) {
            double g = (double) row.get("gap_g");
            assertEquals("ok", row.get("status"), row::toString);
            assertEquals(Math.abs(g) > 1e-4, (double) row.get("a_b_locking") > 0.999, row::toString);
            double phase = (double) row.get("a_b_phase");
            assertTrue(g < -0.002 ? Math.abs(phase - 0.5) < 0.1 : g < 0.005 || phase < 0.02, row::toString);
        }
        assertTrue((double) rows.get(0).get("a_b_correlation") < -0.5);
        assertTrue((double) rows.get(115).get("a_b_correlation") > 0.999);
    }

    /** Over four seconds, in which small errors grow a hundredfold. */
    @Tag("thorough")
    @Test
    void pyloricCircuitSpikesAsScipySays() {
        String file = "name: x\nmodel: circuits/pyloric.yaml\nduration: 4000\nstep: 0.02\n";
        Map<String, Object> row = rows(SweepReader.read(
                        "x.yaml", file.getBytes(StandardCharsets.UTF_8), BESIDE, List.of()))
                .get(0);
        assertEquals(78, row.get("abpd_spike_count"));
        assertEquals(36, row.get("lp_spike_count"));
        assertEquals(28, row.get("py_spike_count"));
        assertEquals(59.953342, (double) row.get("abpd_first_spike_ms"), 1e-5);
        assertEquals(855.607014, (double) row.get("lp_first_spike_ms"), 1e-4);
        assertEquals(933.367802, (double) row.get("py_first_spike_ms"), 1e-4);
        assertEquals(3988.595042, (double) row.get("abpd_last_spike_ms"), 0.01);
        assertEquals(3114.856494, (double) row.get("lp_last_spike_ms"), 0.01);
        assertEquals(3509.084036, (double) row.get("py_last_spike_ms"), 0.01);
    }

    /** Pacemaker, LP and PY burst in turn, slower the stronger LP inhibits the pacemaker, unless LP stops it. */
    @Tag("thorough")
    @Test
    void pyloricSweepHasTheRhythmAndItsEnd() {
        assertEquals(169, read("pyloric").space().size());
        List<Map<String, Object>> rows = rows(read(
                "pyloric",
                "duration=6000",
                "transient=2000",
                "sweep.lp_ab_strength={values: [1, 30]}",
                "sweep.py_lp_strength={values: [1, 30]}"));
        for (int k : new int[] {0, 1, 3}) {
            Map<String, Object> row = rows.get(k);
            List<Double> pacemaker = onsets(row, "abpd");
            assertTrue(pacemaker.size() >= 2, row::toString);
            double start = pacemaker.get(0);
            double period = pacemaker.get(1) - start;
            assertTrue(period > 1400 && period < 2000, row::toString);
            double lp = after(start, onsets(row, "lp"));
            double py = after(start, onsets(row, "py"));
            assertTrue(lp < py && py < start + period, row::toString);
            assertTrue((double) row.get("abpd_lp_phase") < (double) row.get("abpd_py_phase"), row::toString);
        }
        assertEquals(0, rows.get(2).get("abpd_spike_count"));
        assertTrue((int) rows.get(2).get("lp_spike_count") > 50);
    }

    @Tag("thorough")
    @Test
    void halfCentreBurstsInTurn() {
        List<Map<String, Object>> rows = rows(read("half-centre"));
        assertEquals(61, rows.size());
        // Conductances of 0, 0.2, 0.3 and 0.4.
        int[] ids = {0, 20, 30, 40};
        int[] left = {67, 66, 67, 66};
        int[] right = {72, 69, 66, 63};
        for (int k = 0; k < ids.length; k++) {
            assertEquals(left[k], rows.get(ids[k]).get("left_spike_count"));
            assertEquals(right[k], rows.get(ids[k]).get("right_spike_count"));
        }
        assertTrue((double) rows.get(0).get("left_right_locking") < 0.2);
        for (Map<String, Object> row : rows.subList(20, 46)) {
            assertTrue((double) row.get("left_right_locking") > 0.75, row::toString);
            assertEquals(0.45, (double) row.get("left_right_phase"), 0.055, row::toString);
            assertTrue((double) row.get("left_right_correlation") < -0.5, row::toString);
        }
    }

    @Tag("thorough")
    @Test
    void stdpStrengthensTheSynapseThatTheTargetFollows() {
        List<Map<String, Object>> rows = rows(read("stdp-triplet"));
        assertEquals(45, rows.size());
        // Drives of 0.08, 0.1, 0.2 and 0.3 µA.
        int[] ids = {0, 4, 24, 44};
        int[] one = {207, 224, 281, 321};
        int[] target = {224, 224, 223, 223};
        double[] fromOne = {0.001043957, 0.001851606, 0.000654686, 0.000389198};
        double[] fromOther = {0.001704337, 0.001743799, 0.001708477, 0.001703323};
        for (int k = 0; k < ids.length; k++) {
            Map<String, Object> row = rows.get(ids[k]);
            assertEquals(one[k], row.get("one_spike_count"));
            assertEquals(224, row.get("other_spike_count"));
            assertEquals(target[k], row.get("target_spike_count"));
            assertEquals(fromOne[k], (double) row.get("from_one_w_final"), 2e-9, row::toString);
            assertEquals(fromOther[k], (double) row.get("from_other_w_final"), 2e-9, row::toString);
        }
        for (Map<String, Object> row : rows.subList(8, 45)) {
            assertTrue((double) row.get("from_one_w_final") < 0.001, row::toString);
            assertTrue((double) row.get("from_other_w_final") > 0.0016, row::toString);
            assertTrue((double) row.get("other_target_locking") > 0.95, row::toString);
        }
    }

    /** First spikes of bursts, which are 0.15 s apart or more. */
    private static List<Double> onsets(Map<String, Object> row, String cell) {
        List<Double> onsets = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Object each : (List<?>) row.get(cell + "_spike_times_ms")) {
            double time = (double) each;
            if (time > last + 150) {
                onsets.add(time);
            }
            last = time;
        }
        return onsets.subList(
                onsets.isEmpty() ? 0 : 1, onsets.size()); // the first may have begun before the transient's end
    }

    private static double after(double start, List<Double> onsets) {
        return onsets.stream().filter(onset -> onset > start).findFirst().orElseThrow();
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    private static SweepDefinition read(String name, String... overrides) {
        Path file = Path.of(name + ".yaml");
        try {
            return SweepReader.read(file.toString(), Files.readAllBytes(file), BESIDE, List.of(overrides));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
