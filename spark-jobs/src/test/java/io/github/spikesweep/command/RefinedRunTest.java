package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.columnar.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps that simulate only where classes meet, against the whole grid. */
class RefinedRunTest {
    private static final List<String> THREADS = List.of("--threads", "2");
    private static final List<String> SPARK = List.of("--master", "local[2]");

    private static final String QUICK = """
            name: quick
            neuron: IzhikevichDoubleEuler
            duration: 100
            step: 0.5
            outputs: [spike_count, v_final]
            """;

    /** With a current of 2 µA into the patch, far above what stops it from firing, HH is as silent as without any. */
    private static final String BLOCKED = """
            name: blocked
            neuron: HHDoubleRK4
            duration: 60
            step: 0.05
            transient: 30
            outputs: [spike_count]
            sweep: {input: {linspace: [0, 2, 41]}}
            refine: {by: spike_count >= 1, coarse: 40}
            """;

    @TempDir
    private Path folder;

    private String sweep;

    private Execution run(String out, List<String> more) {
        List<String> line = new ArrayList<>(
                List.of("run", sweep, "--out", folder.resolve(out).toString()));
        line.addAll(more);
        return Execution.of(line.toArray(String[]::new));
    }

    private String runs(String out, List<String> more) {
        Execution run = run(out, more);
        assertEquals(0, run.code(), run.err());
        return run.out();
    }

    /** The rows as texts by id, in the order in which they are. */
    private Map<Long, String> rows(String out) throws IOException {
        Map<Long, String> rows = new LinkedHashMap<>();
        try (Stream<Path> entries = Files.list(folder.resolve(out))) {
            for (Path file : entries.filter(entry -> entry.toString().endsWith(".parquet"))
                    .toList()) {
                try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
                    reader.each(row -> rows.put(row.getLong("id", 0), row.toString()));
                }
            }
        }
        return rows;
    }

    private JsonNode record(String out) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve(out).resolve("_spikesweep.json")));
    }

    private static int count(String row) {
        return row.lines()
                .filter(line -> line.startsWith("spike_count: "))
                .mapToInt(line -> Integer.parseInt(line.substring("spike_count: ".length())))
                .findFirst()
                .orElse(-1);
    }

    /** Issue 22: of the map of firing at most 1000 rows are simulated, and every one of the others is told right. */
    @Tag("thorough")
    @Test
    void theMapOfFiringIsThatOfTheWholeGrid() throws IOException {
        sweep = "../sweeps/hh-firing-boundary.yaml";
        String told = runs("refined", List.of("--set", "audit="));
        assertTrue(told.contains("893 of the 16,641 rows of the grid simulated, where spike_count >= 1 changes"), told);
        runs("filled", List.of("--set", "audit=", "--set", "refine.fill=true", "--set", "outputs=[spike_count]"));
        runs("whole", List.of("--set", "audit=", "--set", "refine="));
        Map<Long, String> whole = rows("whole");
        Map<Long, String> refined = rows("refined");
        assertEquals(16_641, whole.size());
        assertEquals(893, refined.size());
        refined.forEach((id, row) -> assertEquals(whole.get(id), row));
        assertEquals(List.copyOf(new TreeSet<>(refined.keySet())), List.copyOf(refined.keySet()), "sorted in one file");
        Map<Long, String> filled = rows("filled");
        assertEquals(whole.keySet(), filled.keySet());
        filled.forEach((id, row) -> {
            assertEquals(count(whole.get(id)) >= 1, count(row) >= 1, row);
            assertEquals(refined.containsKey(id) ? "ok" : "filled", status(row), row);
        });
        JsonNode record = record("filled");
        assertEquals(16_641, record.path("expected_rows").asLong());
        assertEquals(16_641, record.path("totals").path("rows").asLong());
        assertEquals(16_641 - 893, record.path("refined").path("filled_rows").asLong());
    }

    private static String status(String row) {
        return row.lines()
                .filter(line -> line.startsWith("status: "))
                .map(line -> line.substring("status: ".length()))
                .findFirst()
                .orElseThrow();
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {input: {linspace: [0, 20, 200]}} | {by: spike_count, coarse: 16}
            {precision: [double, float], input: {linspace: [0, 20, 30]}, a: {linspace: [0.01, 0.1, 21]}, d: [2, 8]} | {by: spike_count >= 4, coarse: {input: 8, a: 8}}
            {input: {linspace: [0, 20, 17]}, a: {linspace: [0.01, 0.1, 13]}, d: {linspace: [2, 8, 11]}} | {by: floor(spike_count / 4), coarse: 4}
            {input: {linspace: [0, 20, 9]}, a: {linspace: [0.01, 0.1, 9]}, b: {linspace: [0.15, 0.25, 8]}, d: {linspace: [2, 8, 9]}} | {by: spike_count >= 6, coarse: 4}
            """)
    void bothEnginesSimulateTheSameRows(String axes, String refine) throws IOException {
        String where = axes.contains("b:") ? "where: input > 40 * a\n" : "";
        String text = "sweep: " + axes + "\nrefine: " + refine + "\n" + where;
        sweep = SweepText.write(
                folder,
                "quick.yaml",
                QUICK.replace(
                                "neuron: IzhikevichDoubleEuler",
                                text.contains("precision")
                                        ? "model: Izhikevich\nintegrator: Euler"
                                        : "neuron: IzhikevichDoubleEuler")
                        + text);
        runs(
                "whole",
                Stream.concat(THREADS.stream(), Stream.of("--set", "refine=")).toList());
        runs("threads", THREADS);
        runs("spark", SPARK);
        Map<Long, String> whole = rows("whole");
        Map<Long, String> threads = rows("threads");
        assertEquals(List.copyOf(threads.entrySet()), List.copyOf(rows("spark").entrySet()));
        assertTrue(threads.size() < whole.size(), threads.size() + " of " + whole.size());
        threads.forEach((id, row) -> assertEquals(whole.get(id), row));
        assertEquals(
                whole.size(),
                record("threads").path("refined").path("grid_rows").asLong());
        assertEquals(threads.size(), record("threads").path("expected_rows").asLong());
    }

    /** Rows that get lost are simulated again, on the other engine; those of a round that was not finished, too. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsInTheDirectoryDecides(boolean fill) throws IOException {
        sweep = SweepText.write(
                folder,
                "quick.yaml",
                QUICK + "sweep: {input: {linspace: [0, 20, 30]}, a: {linspace: [0.01, 0.1, 21]}}\n"
                        + "refine: {by: spike_count >= 4, coarse: 8, fill: " + fill + "}\n");
        runs("once", THREADS);
        Map<Long, String> expected = rows("once");
        List<List<String>> engines = List.of(THREADS, SPARK);
        for (int run = 0; run < 4; run++) {
            // The files of this sweep without refinement have some of the same rows.
            String condition = List.of("id < 200", "mod(id, 3) == 0", "input > 5", "a < 0.02")
                    .get(run);
            Set<Long> kept = keepOnly("pieces" + run, condition, expected);
            runs("pieces" + run, engines.get(run % 2));
            assertEquals(
                    List.copyOf(expected.entrySet()),
                    List.copyOf(rows("pieces" + run).entrySet()),
                    condition);
            assertTrue(kept.size() < expected.size());
        }
        String again = runs("once", SPARK);
        assertFalse(again.contains("slowest task"), again);
        assertEquals(expected, rows("once"));
    }

    /** Leaves a directory as after a run that was killed with these of its rows. */
    private Set<Long> keepOnly(String out, String condition, Map<Long, String> expected) throws IOException {
        runs("source", List.of("--set", "refine=", "--where", condition, "--overwrite"));
        Files.createDirectories(folder.resolve(out));
        JsonNode record = record("once");
        ((ObjectNode) record).put("state", "running");
        Files.write(folder.resolve(out).resolve("_spikesweep.json"), new ObjectMapper().writeValueAsBytes(record));
        Map<Long, String> rows = rows("source");
        Set<Long> kept = rows.keySet().stream().filter(expected::containsKey).collect(Collectors.toSet());
        RowSubset.copy(
                folder.resolve("source"),
                folder.resolve(out),
                id -> expected.containsKey(id) && status(expected.get(id)).equals("ok"));
        return kept;
    }

    @Test
    void anAuditFindsWhatTheCoarseGridDoesNot() throws IOException {
        sweep = SweepText.write(folder, "blocked.yaml", BLOCKED + "audit: {fraction: 1}\n");
        String told = runs("out", THREADS);
        assertTrue(told.contains("2 of the 41 rows of the grid simulated"), told);
        runs(
                "whole",
                Stream.concat(THREADS.stream(), Stream.of("--set", "refine=", "--set", "audit="))
                        .toList());
        long firing =
                rows("whole").values().stream().filter(row -> count(row) >= 1).count();
        assertTrue(firing > 3, firing + " fire");
        assertTrue(
                told.contains("39 other rows simulated by the audit: " + firing
                        + " are of another class than they were taken for, such as row "),
                told);
        assertEquals(Set.of(0L, 40L), rows("out").keySet(), "the table is not affected");
        JsonNode audit = record("out").path("refined").path("audit");
        assertEquals(39, audit.path("rows").asLong());
        assertEquals(firing, audit.path("wrong_rows").asLong());
        assertFalse(Files.exists(folder.resolve("out/_audit")));
        runs("spark", SPARK);
        assertEquals(audit, record("spark").path("refined").path("audit"));
        String again = runs("out", THREADS);
        assertTrue(again.contains(firing + " are of another class"), again);
        assertFalse(again.contains("slowest task"), again);
    }

    @Test
    void rowsThatDivergedAreAClass() throws IOException {
        sweep = SweepText.write(
                folder,
                "diverging.yaml",
                BLOCKED.replace(
                                "sweep: {input: {linspace: [0, 2, 41]}}",
                                "sweep: {x: {linspace: [-1, 1, 41]}}\nparameters: {cm: '1 / max(0, x)'}")
                        .replace("coarse: 40", "coarse: 10, fill: true"));
        runs("out", THREADS);
        Map<Long, String> rows = rows("out");
        assertEquals(41, rows.size());
        rows.forEach((id, row) -> assertEquals(id <= 20, row.contains("diverged_at_ms: "), row));
        assertEquals("diverged", status(rows.get(20L)));
        assertEquals("ok", status(rows.get(21L)));
        assertEquals("filled", status(rows.get(5L)));
    }

    @Test
    void anotherChoiceOfRowsNeedsAnotherDirectory() throws IOException {
        sweep = SweepText.write(folder, "blocked.yaml", BLOCKED.replace("coarse: 40", "coarse: 8"));
        runs("out", List.of("--where", "input <= 1"));
        Execution other = run("out", THREADS);
        assertEquals(2, other.code());
        assertTrue(
                other.err()
                        .contains(
                                "has the rows of --where 'input <= 1', and 'refine' would choose others without it; give another --out"),
                other.err());
    }

    @Test
    void aPlanTellsBothGrids() throws IOException {
        sweep = SweepText.write(folder, "blocked.yaml", BLOCKED.replace("coarse: 40", "coarse: 8"));
        Execution plan = Execution.of("plan", sweep, "--no-calibration");
        assertEquals(0, plan.code(), plan.err());
        assertTrue(
                plan.out()
                        .contains(
                                "the coarse grid, 6 rows, then only where spike_count >= 1 changes; at most the whole grid, 41 rows"),
                plan.out());
        assertTrue(plan.out().contains("49,200 for the whole grid"), plan.out());
    }
}
