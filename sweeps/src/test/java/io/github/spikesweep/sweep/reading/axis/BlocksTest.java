package io.github.spikesweep.sweep.reading.axis;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks of axes under {@code sweep}. */
class BlocksTest {
    private static final Map<String, String> FILES = Map.of(
            "points.csv", "gna,gk,note\n0.5,0.2,a\n0.8,0.3,b\n1,0.25,c\n",
            "kinds.csv", "model,step\nHH,0.01\nHR,0.02\nHH,0.02\n",
            "points.jsonl", "{\"gna\": 1, \"gk\": 2}\n{\"gna\": 3, \"gk\": 4}\n",
            "odd.csv", "gna,gk\n1,2\n1,x\n",
            "steps.csv", "step\n0.01\n0.03\n",
            "models.csv", "model,gna\nHH,1\nHX,1\n");

    @Test
    void blocksCombineByProductAndTheLastVariesFastest() {
        SweepDefinition definition = read(SHORT + """
                sweep:
                - grid: {gna: [1, 2], gk: [3, 4]}
                - zip: {gl: [5, 6, 7], vl: {range: [-60, -50, 5]}}
                """);
        assertEquals(12, definition.space().size());
        List<Map<String, Object>> rows =
                Rows.of(definition, RowSet.of(definition), List.of("id", "gna", "gk", "gl", "vl"));
        assertEquals(Map.of("id", 0L, "gna", 1.0, "gk", 3.0, "gl", 5.0, "vl", -60.0), rows.get(0));
        assertEquals(Map.of("id", 1L, "gna", 1.0, "gk", 3.0, "gl", 6.0, "vl", -55.0), rows.get(1));
        assertEquals(Map.of("id", 5L, "gna", 1.0, "gk", 4.0, "gl", 7.0, "vl", -50.0), rows.get(5));
        assertEquals(Map.of("id", 11L, "gna", 2.0, "gk", 4.0, "gl", 7.0, "vl", -50.0), rows.get(11));
    }

    @Test
    void gridIsTheSameAsTheMapping() {
        assertEquals(
                hash(read(SHORT + "sweep: {gna: [1, 2], gk: [3, 4]}\n")),
                hash(read(SHORT + "sweep:\n- grid: {gna: [1, 2]}\n- grid: {gk: [3, 4]}\n")));
    }

    @Test
    void namesMayRepeatWhereAxesRunTogether() {
        SweepDefinition definition = read("""
                name: x
                duration: 10
                sweep:
                - zip: {model: [HH, HR, HH], step: [0.01, 0.01, 0.005], integrator: [RK4, RK4, Euler]}
                """);
        assertEquals(List.of("HH", "HR", "HH"), Sweeps.values(definition, "model"));
        assertEquals(2, definition.models().size());
        List<Map<String, Object>> rows =
                Rows.of(definition, RowSet.of(definition), List.of("model", "v_final", "x_final"));
        assertTrue(rows.get(0).get("v_final") != null && rows.get(0).get("x_final") == null);
        assertTrue(rows.get(1).get("v_final") == null && rows.get(1).get("x_final") != null);
        assertTrue(rows.get(2).get("v_final") != null);
        assertEquals(new Workload(3, 1_000 + 1_000 + 2_000), Workload.of(definition, RowSet.of(definition)));
    }

    @Test
    void labelUnitAndDescriptionReachTheColumn() {
        SweepDefinition definition = read(SHORT + """
                sweep:
                - zip: {gna: {values: [1], label: g_Na, unit: mS, description: sodium}}
                - sample: {method: lhs, count: 3, within: {gk: {uniform: [1, 2], label: g_K, unit: mS}}}
                """);
        Column gna = definition.columns().get(1);
        assertEquals("g_Na, mS, sodium", gna.label() + ", " + gna.unit() + ", " + gna.description());
        Column gk = definition.columns().get(2);
        assertEquals("g_K, mS, maximum potassium conductance", gk.label() + ", " + gk.unit() + ", " + gk.description());
    }

    @Test
    void sampleDrawsEveryAxisFromItsDistribution() {
        SweepDefinition definition = read(SHORT + """
                sweep:
                - sample:
                    method: uniform
                    count: 4000
                    seed: 7
                    within: {gna: [1, 2], gk: {log-uniform: [0.01, 1]}, vl: {normal: [-54, 2]}}
                """);
        double[] gna = column(definition, "gna");
        double[] gk = column(definition, "gk");
        double[] vl = column(definition, "vl");
        assertEquals(1.5, mean(gna), 0.02);
        assertEquals(-2, java.util.Arrays.stream(gk).map(Math::log10).average().orElseThrow() * 2, 0.05);
        assertEquals(-54, mean(vl), 0.1);
        assertEquals(0, correlation(gna, gk), 0.05);
        assertEquals(0, correlation(gna, vl), 0.05);
    }

    @Test
    void drawsDependOnSeedAxisAndPositionAlone() {
        String sample = "- sample: {method: normal, count: 5, seed: 3, within: {gna: [1, 0.1]}}\n";
        SweepDefinition alone = read(SHORT + "sweep:\n" + sample);
        SweepDefinition among = read(SHORT + "sweep:\n- grid: {gk: [1, 2]}\n"
                + sample.replace("within: {", "within: {gl: [1, 0.1], ").replace("count: 5", "count: 9"));
        assertEquals(Sweeps.values(alone, "gna"), Sweeps.values(among, "gna").subList(0, 5));
        assertNotEquals(Sweeps.values(among, "gl"), Sweeps.values(among, "gna"));
        assertNotEquals(
                Sweeps.values(alone, "gna"), Sweeps.values(read(SHORT + "sweep:\n" + sample.replace("3", "4")), "gna"));
    }

    @Test
    void sequencesAreAsPublishedWithoutASeed() {
        String sobol = "sweep:\n- sample: {method: sobol, count: 4, within: {gna: [0, 1], gk: [0, 1]}}\n";
        assertEquals(List.of(0.0, 0.5, 0.75, 0.25), Sweeps.values(read(SHORT + sobol), "gna"));
        assertEquals(List.of(0.0, 0.5, 0.25, 0.75), Sweeps.values(read(SHORT + sobol), "gk"));
        assertEquals(List.of(0.5, 0.75, 0.25), Sweeps.values(read(SHORT + sobol.replace("4", "3, skip: 1")), "gna"));
        assertEquals(
                List.of(0.0, 0.5, 0.25, 0.75), Sweeps.values(read(SHORT + sobol.replace("sobol", "halton")), "gna"));
        assertNotEquals(
                List.of(0.0, 0.5, 0.75, 0.25), Sweeps.values(read(SHORT + sobol.replace("4", "4, seed: 1")), "gna"));
    }

    @Test
    void columnsOfATableBecomeAxes() {
        SweepDefinition definition =
                read(SHORT + "sweep:\n- table: {path: points.csv, columns: [gk, gna]}\n- grid: {vl: [1, 2]}\n");
        assertEquals(6, definition.space().size());
        assertEquals(List.of(0.2, 0.3, 0.25), Sweeps.values(definition, "gk"));
        assertEquals("mS", definition.columns().get(1).unit());
        SweepDefinition lines = read(SHORT + "sweep:\n- table: {path: points.jsonl}\n");
        assertEquals(List.of(1.0, 3.0), Sweeps.values(lines, "gna"));
        SweepDefinition kinds = read("name: x\nduration: 10\nsweep:\n- table: {path: kinds.csv}\n");
        assertEquals(List.of("HH", "HR", "HH"), Sweeps.values(kinds, "model"));
        assertEquals(500, kinds.steps(2));
    }

    @Test
    void tableIsTheSameAsTheZipOfItsValues() {
        assertEquals(
                hash(read(SHORT + "sweep:\n- zip: {gna: [1, 3], gk: [2, 4]}\n")),
                hash(read(SHORT + "sweep:\n- table: {path: points.jsonl}\n")));
    }

    @Test
    void faultsInATableNameItsPlace() {
        assertTrue(fault(SHORT + "sweep:\n- table: {path: odd.csv}\n").startsWith("runs/odd.csv:3:3: "));
        assertEquals(
                "runs/steps.csv:3:1: a step of 0.03 does not divide the duration 10 into whole steps; 10 / 333 or 10 / 334 does",
                fault(HH + "duration: 10\nsweep:\n- table: {path: steps.csv}\n"));
        assertTrue(fault("name: x\nduration: 10\nstep: 0.01\nsweep:\n- table: {path: models.csv}\n")
                .startsWith("runs/models.csv:3:1: unknown model 'HX'; did you mean 'HH'?"));
        assertTrue(fault(SHORT + "sweep:\n- table: {path: points.csv}\n").startsWith("runs/points.csv:2:9: "));
    }

    @Test
    void refusesMalformedTable() {
        assertEquals(
                "runs/x.yaml:7:17: unknown kind of table 'points.xls'; accepted are files that end in .csv, .jsonl, .ndjson",
                fault(SHORT + "sweep:\n- table: {path: points.xls}\n"));
        assertEquals(
                "runs/x.yaml:7:17: cannot read the table 'none.csv': there is no such file",
                fault(SHORT + "sweep:\n- table: {path: none.csv}\n"));
        assertEquals(
                "runs/x.yaml:7:17: a table must be beside or below the sweep file, as in tables/points.csv; found '../a.csv'",
                fault(SHORT + "sweep:\n- table: {path: ../a.csv}\n"));
        assertEquals(
                "runs/x.yaml:7:10: a table needs the key 'path'", fault(SHORT + "sweep:\n- table: {columns: [a]}\n"));
        assertEquals(
                "runs/x.yaml:7:38: 'columns' is empty; leave it out for all columns",
                fault(SHORT + "sweep:\n- table: {path: points.csv, columns: []}\n"));
        assertEquals(
                "runs/x.yaml:7:44: column 'gna' is listed twice",
                fault(SHORT + "sweep:\n- table: {path: points.csv, columns: [gna, gna]}\n"));
        assertEquals(
                "runs/x.yaml:7:44: column 'gna' must be a mapping of label, unit, description, carry, or nothing; found '1'",
                fault(SHORT + "sweep:\n- table: {path: points.csv, columns: {gna: 1}}\n"));
        assertEquals(
                "runs/points.csv:1:1: unknown column 'gnu'; did you mean 'gna'? (gna, gk, note)",
                fault(SHORT + "sweep:\n- table: {path: points.csv, columns: [gnu]}\n"));
    }

    @Test
    void longListsAreHashedInTheCanonicalText() {
        String numbers = IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        SweepDefinition definition = read(SHORT + "sweep: {gna: [" + numbers + "]}\n");
        assertTrue(CanonicalText.of(definition).length() < 3_000);
        assertNotEquals(
                hash(definition), hash(read(SHORT + "sweep: {gna: [" + numbers.replace("4999", "4998") + "]}\n")));
    }

    @Test
    void replicatesDifferInTheirNoise() {
        SweepDefinition definition = read(SHORT + """
                noise: {kind: ornstein-uhlenbeck, sigma: 0.1, tau: 2}
                sweep:
                - grid: {gna: [0.9, 1]}
                - replicates: 5
                """);
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0), Sweeps.values(definition, "replicate"));
        Set<Object> finals = new HashSet<>();
        Rows.of(definition, RowSet.of(definition), List.of("v_final")).forEach(row -> finals.add(row.get("v_final")));
        assertEquals(10, finals.size());
    }

    @Test
    void manyRowsAreNeverListed() {
        SweepDefinition definition = read(SHORT + """
                sweep:
                - sample: {method: lhs, count: 1e12, within: {gna: [1, 2], gk: [0.1, 0.2]}}
                - replicates: 1e6
                """);
        assertEquals(1_000_000_000_000_000_000L, definition.space().size());
        assertEquals(999_999, definition.space().axes().get(2).value(999_999));
        assertTrue(definition.space().axes().get(0).value(123_456_789_012L) > 1);
    }

    private static double[] column(SweepDefinition definition, String axis) {
        return Sweeps.values(definition, axis).stream()
                .mapToDouble(value -> (double) value)
                .toArray();
    }

    private static double mean(double[] numbers) {
        return java.util.Arrays.stream(numbers).average().orElseThrow();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static SweepDefinition read(String text) {
        return SweepReader.read("runs/x.yaml", text.getBytes(StandardCharsets.UTF_8), BlocksTest::file, List.of());
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    private static byte[] file(String path) throws NoSuchFileException {
        if (!FILES.containsKey(path)) {
            throw new NoSuchFileException(path);
        }
        return FILES.get(path).getBytes(StandardCharsets.UTF_8);
    }
}
