package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that resume others, each on the other engine than the one before: in the end the rows are those of an uninterrupted run.
 */
class ResumeTest {
    private static final SparkSession SPARK = LocalSpark.session();

    /** 600 candidates, of which a filter and a condition without a filter keep some. */
    private static final String BLOCKS = """
            name: blocks
            neuron: HHDoubleRK4
            duration: 2
            step: 0.01
            input: 0.1
            sweep:
            - sample:
                method: sobol
                count: 200
                within: {gna: {uniform: [0.3, 1.2]}, gk: {uniform: [0.1, 0.6]}}
            - replicates: 3
            noise: {kind: ornstein-uhlenbeck, sigma: 0.01, tau: 2, seed: 3}
            outputs: [spike_count, v_final, v_max]
            """;

    private static final String WHERE = "where: [gna > 2 * gk, gna < 1.1]\n";

    private static final List<String> ON_SPARK = List.of("--master", "local[2]");

    private static final int ROUNDS = 10;

    @TempDir
    private Path folder;

    private Path out;
    private String sweep;
    private int runs;

    @BeforeEach
    void nameDirectory() throws IOException {
        out = folder.resolve("out");
        sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
    }

    /** A run in pieces by conditions, then with lost and damaged files. */
    @Test
    void whateverIsLostIsSimulatedAgainBitForBit() throws IOException {
        sweep = SweepText.write(folder, "blocks.yaml", BLOCKS + WHERE);
        List<Row> expected = undisturbed();
        assertTrue(expected.size() > 50 && expected.size() < 500, expected.size() + " rows");
        Random random = new Random(7);
        int files = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Execution run = round == 0 ? run("--where", "mod(id, 100) < 60 and gk > 0.2") : run();
            assertEquals(0, run.code(), run.err());
            if (round > 0) {
                assertEquals(expected, rows());
                assertRecordAddsUp(expected);
            }
            List<Path> data = data();
            files = Math.max(files, data.size());
            for (Path file : data) {
                disturb(file, random);
            }
            Files.createDirectories(out.resolve("_temporary/0/task"));
            Files.writeString(out.resolve("_temporary/0/task/part-0.parquet"), "junk");
        }
        assertTrue(files > 1, files + " files at the most");
    }

    private static void disturb(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(6)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 2 -> {
                bytes[4 + random.nextInt(30)] ^= 0x55;
                Files.write(file, bytes);
            }
            default -> {}
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {"mod(id, 7) == 3", "gna_density > 60 and gk_density > 10", "sqrt(gna_density) + gk_density > 40"
            })
    void chosenRowsBecomeAllOfThem(String where) throws IOException {
        List<Row> all = undisturbed();
        assertEquals(0, run("--where", where).code());
        List<Row> chosen = rows();
        assertEquals(
                SPARK.createDataFrame(all, all.get(0).schema()).where(where).collectAsList(), chosen);
        Execution other = run("--where", where + " ");
        assertEquals(2, other.code());
        assertTrue(other.err().startsWith(out + " has the rows of --where '" + where + "';"), other.err());
        Execution rest = run();
        assertEquals(0, rest.code(), rest.err());
        assertEquals(all, rows());
        assertRecordAddsUp(all);
        Execution back = run("--where", where);
        assertEquals(2, back.code());
        assertTrue(back.err().startsWith(out + " has the rows of a run without --where;"), back.err());
    }

    @Test
    void lostFilesOfChosenRowsComeBack() throws IOException {
        String[] options = {"--where", "mod(id, 5) < 2 and gna > gk", "--wave", "0.1s"};
        sweep = SweepText.write(folder, "blocks.yaml", BLOCKS);
        Execution first = run(options);
        assertEquals(0, first.code(), first.err());
        List<Row> expected = rows();
        for (Path file : data()) {
            Files.delete(file);
            Execution run = run(options);
            assertEquals(0, run.code(), run.err());
            assertEquals(expected, rows());
        }
    }

    @Tag("thorough")
    @Test
    void shortWavesAreManyAndAddUp() throws IOException {
        String[] options = {"--set", "sweep.gna_density.linspace=[50, 200, 1500]", "--wave", "0.1s"};
        Execution first = run(options);
        assertEquals(0, first.code(), first.err());
        List<Row> expected = rows();
        assertEquals(6000, expected.size());
        JsonNode record = record();
        assertRecordAddsUp(expected);
        // As if the run had been killed before it recorded its last wave.
        ObjectNode older = record.deepCopy();
        int waves = record.get("waves").size();
        ((com.fasterxml.jackson.databind.node.ArrayNode) older.get("waves")).remove(waves - 1);
        older.put("state", "running");
        Files.writeString(out.resolve("_spikesweep.json"), older.toString());
        Files.delete(data().get(0));
        Execution second = run(options);
        assertEquals(0, second.code(), second.err());
        assertEquals(expected, rows());
        assertEquals(record.at("/totals/spikes"), record().at("/totals/spikes"));
        assertEquals(record.at("/totals/neuron_steps"), record().at("/totals/neuron_steps"));
        assertEquals(6000, record().at("/totals/rows").asLong());
    }

    @Tag("thorough")
    @Test
    void recordThatWasNeverWrittenIsNotMissed() throws IOException {
        List<Row> expected = undisturbed();
        Files.createDirectories(out);
        Files.writeString(out.resolve("_spikesweep.json.new"), "{\"name\": ");
        Execution run = run();
        assertEquals(0, run.code(), run.err());
        assertEquals(expected, rows());
        assertEquals(List.of("_spikesweep.json"), others());
    }

    @Tag("thorough")
    @Test
    void recordThatWasAboutToTakeItsPlaceIsGoneOnWith() throws IOException {
        List<Row> expected = undisturbed();
        assertEquals(0, run("--where", "id < 9").code());
        Files.move(out.resolve("_spikesweep.json"), out.resolve("_spikesweep.json.new"));
        Execution run = run();
        assertEquals(0, run.code(), run.err());
        assertEquals(out + " already has 9 of 24 rows\n", run.err());
        assertEquals(expected, rows());
        assertEquals(List.of("_spikesweep.json"), others());
    }

    @Test
    void damagedFilesAreToldAndKept() throws IOException {
        assertEquals(0, run().code());
        Path file = data().get(0);
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), 2000);
        Files.write(file, half);
        Execution run = run();
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.err()
                        .matches("warning: part-.*parquet is damaged \\(.*\\): moved to .*/_damaged, and its rows are"
                                + " simulated again\n"),
                run.err());
        assertEquals(24, rows().size());
        assertEquals(half.length, Files.size(out.resolve("_damaged").resolve(file.getFileName())));
    }

    private static final String TABLE = """
            name: grown
            neuron: HHDoubleRK4
            duration: 2
            step: 0.01
            input: 0.1
            sweep:
            - table: {path: points.csv}
            - grid: {gl: [0.002, 0.003]}
            """;

    @Test
    void tableThatHasGrownGoesOn() throws IOException {
        sweep = SweepText.write(folder, "grown.yaml", TABLE);
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.8,0.2\n");
        assertEquals(0, run().code());
        List<Row> before = rows();
        assertEquals(4, before.size());
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.8,0.2\n0.7,0.4\n0.6,0.3\n0.5,0.2\n");
        Execution grown = run();
        assertEquals(0, grown.code(), grown.err());
        assertTrue(
                grown.err()
                        .startsWith(
                                out + ": the sweep has gained 6 combinations at its end; their ids follow those of the"
                                        + " earlier ones\n" + out + " already has 4 of 10 rows\n"),
                grown.err());
        List<Row> all = rows();
        assertEquals(10, all.size());
        assertEquals(before, all.subList(0, 4));
        assertRecordAddsUp(all);
        assertEquals(0, run("--overwrite").code());
        assertEquals(all, rows());
    }

    @Test
    void otherTablesAreRefusedWithWhatDiffers() throws IOException {
        sweep = SweepText.write(folder, "grown.yaml", TABLE);
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.8,0.2\n");
        assertEquals(0, run().code());
        String other = out + " has results of another definition: ";
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.85,0.2\n0.7,0.4\n");
        refuses(other
                + "'sweep.0.zip.gna' was [0.9, 0.8] and is [0.9, 0.85, 0.7]; 'sweep.0.zip.gk' was [0.3, 0.2] and is");
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n");
        refuses(other + "'sweep.0.zip.gna' was [0.9, 0.8] and is [0.9]");
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.8,0.2\n0.7,0.4\n");
        // Another setting, and an order in which the ids would move.
        refuses(other, "--set", "input=0.2");
        SweepText.write(
                folder,
                "grown.yaml",
                TABLE.replace("- table: {path: points.csv}\n", "") + "- table: {path: points.csv}\n");
        refuses(other);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() throws IOException {
        assertEquals(0, run("--where", "id < 5").code());
        String record = Files.readString(out.resolve("_spikesweep.json"));
        String version =
                new ObjectMapper().readTree(record).at("/versions/spikesweep").asText();
        List<Path> before = data();
        refuses("has results of another definition: 'duration' was 10 and is 5; give", "--set", "duration=5");
        refuses(
                "another definition: 'input' was 0.1 and is 2; 'parameters.gl' was not set and is 0.002; give",
                "--set",
                "parameters.gl=0.002",
                "--set",
                "input=2");
        refuses("has the rows of --where 'id < 5'", "--where", "id < 6");
        Files.writeString(out.resolve("_spikesweep.json"), record.replace(version, "0.0.1"));
        refuses("was computed by SpikeSweep 0.0.1, and this is " + version);
        Files.writeString(out.resolve("_spikesweep.json"), record.substring(0, record.length() / 2));
        refuses(": _spikesweep.json is damaged");
        Files.delete(out.resolve("_spikesweep.json"));
        refuses("contains Parquet files but no _spikesweep.json");
        assertEquals(before, data());
        Files.writeString(out.resolve("_spikesweep.json"), record);
        Path copy = out.resolve("copy.parquet");
        Files.copy(before.get(0), copy);
        Execution twice = run("--where", "id < 5");
        assertEquals(2, twice.code());
        assertTrue(twice.err().contains("the same rows are in copy.parquet and in part-"), twice.err());
        assertTrue(Files.exists(copy));
        assertEquals(0, run("--overwrite").code());
        assertEquals(24, rows().size());
        assertEquals(List.of("_spikesweep.json"), others());
    }

    private void refuses(String reason, String... options) {
        Execution run = run(options);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(reason), run.err());
    }

    private void assertRecordAddsUp(List<Row> expected) throws IOException {
        JsonNode record = record();
        assertEquals("complete", record.get("state").asText());
        assertEquals(expected.size(), record.at("/totals/rows").asLong());
        long spikes = expected.stream()
                .mapToInt(row -> row.<Integer>getAs("spike_count"))
                .sum();
        assertEquals(spikes, record.at("/totals/spikes").asLong());
        long steps = sweep.endsWith("grid.yaml") ? 1000 : 200;
        assertEquals(steps * expected.size(), record.at("/totals/neuron_steps").asLong());
    }

    private List<Row> undisturbed() {
        Path whole = folder.resolve("whole");
        Execution run = Execution.of("run", sweep, "--out", whole.toString(), "--master", "local[2]");
        assertEquals(0, run.code(), run.err());
        return SPARK.read().parquet(whole.toString()).orderBy("id").collectAsList();
    }

    private Execution run(String... options) {
        List<String> args = new ArrayList<>(List.of("run", sweep, "--out", out.toString()));
        args.addAll(List.of(options));
        if (runs++ % 2 == 1) {
            args.addAll(ON_SPARK);
        }
        return Execution.of(args.toArray(String[]::new));
    }

    private List<Row> rows() {
        return SPARK.read().parquet(out.toString()).orderBy("id").collectAsList();
    }

    private JsonNode record() throws IOException {
        return new ObjectMapper().readTree(out.resolve("_spikesweep.json").toFile());
    }

    private List<Path> data() throws IOException {
        try (var entries = Files.list(out)) {
            return entries.filter(entry -> entry.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> others() throws IOException {
        try (var entries = Files.list(out)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }
}
