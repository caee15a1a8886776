package io.github.spikesweep.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.columnar.TableReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and answers, over pipes. */
class ServerTest {
    private static final String SCAN = """
            name: scan
            neuron: HHDoubleRK4
            duration: 20
            step: 0.01
            input: 0.1
            outputs: [spike_count, isi_mean_ms]
            sweep: {gna: {linspace: [0.6, 1.2, 7], unit: mS}}
            """;

    /** Hours of work. */
    private static final String LONG = SCAN.replace("1.2, 7", "1.2, 100000").replace("duration: 20", "duration: 2000");

    @TempDir
    private Path folder;

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client();
    }

    @AfterEach
    void end() throws IOException {
        client.close();
    }

    private static String quoted(String text) throws IOException {
        return new ObjectMapper().writeValueAsString(text);
    }

    private static String request(int id, String sweep, String more) throws IOException {
        return "{\"id\": %d, \"do\": \"run\", \"sweep\": %s%s}".formatted(id, quoted(sweep), more);
    }

    @Test
    void aTextIsAnsweredWithItsTable() throws IOException {
        Client.Answer answer = client.ask(request(3, SCAN, ", \"describe\": true"));
        assertEquals("done", answer.kind(), answer.end()::toString);
        assertEquals(3, answer.end().path("id").asInt());
        assertEquals(7, answer.end().path("rows").asInt());
        assertEquals(7 * 2000, answer.end().path("neuron_steps").asInt());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L), answer.column("id"));
        assertEquals("mS", answer.schema().findField("gna").getMetadata().get("unit"));
        assertFalse(answer.schema().findField("gna").isNullable());
        assertEquals("scan", answer.end().path("name").asText());
        assertEquals("axis", answer.end().path("columns").path(1).path("role").asText());
    }

    @Test
    void jsonSaysTheSameAsText() throws IOException {
        Client.Answer text = client.ask(request(1, SCAN, ""));
        Client.Answer json = client.ask("""
                {"id": 2, "do": "run", "sweep": {"name": "scan", "neuron": "HHDoubleRK4", "duration": 20, "step": 0.01,
                 "input": 0.1, "outputs": ["spike_count", "isi_mean_ms"],
                 "sweep": {"gna": {"linspace": [0.6, 1.2, 7], "unit": "mS"}}}}""".replace("\n", ""));
        assertEquals("done", json.kind(), json.end()::toString);
        assertEquals(text.column("gna"), json.column("gna"));
        assertEquals(text.column("isi_mean_ms"), json.column("isi_mean_ms"));
    }

    @Test
    void aTableOfPointsGivesTheBitsOfAListOfThem() throws IOException {
        double[] values = {0.7, 1.1 / 3, 0.9000000000000001};
        String table = SCAN.replaceAll("sweep: .*", "sweep: [{table: {path: theta.arrow}}]");
        byte[] points = arrow("gna", values);
        Client.Answer served =
                client.ask(request(1, table, ", \"tables\": {\"theta.arrow\": %d}".formatted(points.length)), points);
        Client.Answer listed = client.ask(request(
                2, SCAN.replaceAll("sweep: .*", "sweep: {gna: [0.7, 0.3666666666666667, 0.9000000000000001]}"), ""));
        assertEquals("done", served.kind(), served.end()::toString);
        for (String column : List.of("gna", "spike_count", "isi_mean_ms", "status")) {
            assertEquals(listed.column(column), served.column(column), column);
        }
        byte[] broken = arrow("gna", 0.7, Double.NaN);
        Client.Answer fault =
                client.ask(request(3, table, ", \"tables\": {\"theta.arrow\": %d}".formatted(broken.length)), broken);
        assertEquals("theta.arrow:2:1: row 2: 'gna' must be finite, found NaN", fault.message());
        assertEquals(2, fault.end().path("line").asInt());
    }

    private static byte[] arrow(String name, double... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RootAllocator allocator = new RootAllocator();
                Float8Vector vector = new Float8Vector(name, allocator)) {
            for (int i = 0; i < values.length; i++) {
                vector.setSafe(i, values[i]);
            }
            vector.setValueCount(values.length);
            VectorSchemaRoot batch = VectorSchemaRoot.of(vector);
            batch.setRowCount(values.length);
            try (ArrowStreamWriter writer = new ArrowStreamWriter(batch, null, out)) {
                writer.writeBatch();
            }
        }
        return out.toByteArray();
    }

    @Test
    void overridesConditionsAndColumnsChoose() throws IOException {
        Client.Answer answer = client.ask(request(
                1,
                SCAN,
                ", \"set\": [\"duration=30\"], \"where\": \"gna > 0.85\", \"columns\": [\"spike_count\", \"id\"]"));
        assertEquals("done", answer.kind(), answer.end()::toString);
        assertEquals(
                List.of("id", "spike_count"),
                answer.schema().getFields().stream()
                        .map(field -> field.getName())
                        .toList());
        assertEquals(List.of(3L, 4L, 5L, 6L), answer.column("id"));
        assertEquals(4 * 3000, answer.end().path("neuron_steps").asInt());
        assertEquals(
                "columns: unknown column 'spike_cuont'; did you mean 'spike_count'? (id, gna, spike_count, isi_mean_ms, diverged_at_ms, status)",
                client.ask(request(2, SCAN, ", \"columns\": [\"spike_cuont\"]")).message());
    }

    @Test
    void keysThatPlayNoPartAreLeftOut() throws IOException {
        String sweep = SCAN + "parameters: {gk: 0.3, gl: 0.002}\nwhere: gna > 0.85\n";
        Client.Answer all =
                client.ask(request(1, sweep, ", \"ignore\": [\"where\", \"parameters.gk\", \"parameters.gl\"]"));
        assertEquals(7, all.end().path("rows").asInt(), all.end()::toString);
        assertEquals(client.ask(request(2, SCAN, "")).column("isi_mean_ms"), all.column("isi_mean_ms"));
        Client.Answer some = client.ask(request(3, sweep, ", \"ignore\": [\"parameters.gl\"]"));
        Client.Answer same = client.ask(request(4, SCAN + "parameters: {gk: 0.3}\nwhere: gna > 0.85\n", ""));
        assertEquals(same.column("isi_mean_ms"), some.column("isi_mean_ms"));
    }

    @Test
    void mistakesHaveAPlaceAndAKindAndEndNothing() throws IOException {
        Client.Answer answer = client.ask(request(1, SCAN.replace("input:", "imput:"), ", \"name\": \"mine\""));
        assertEquals("input", answer.kind());
        assertTrue(answer.message().startsWith("mine:5:1: unknown key 'imput'"), answer.message());
        assertEquals("mine", answer.end().path("source").asText());
        assertEquals(5, answer.end().path("line").asInt());
        assertEquals(1, answer.end().path("column").asInt());
        assertEquals("request", client.ask("not json").kind());
        assertEquals("request", client.ask("{\"id\": -1}").kind());
        assertEquals(
                "'do' must be run, trace, plan, models or cancel",
                client.ask("{\"id\": 4, \"do\": \"walk\"}").message());
        Client.Answer unknown = client.ask("{\"id\": 5, \"do\": \"run\", \"path\": \"x\", \"wehre\": \"id > 1\"}");
        assertTrue(unknown.message().startsWith("unknown key 'wehre'; did you mean 'where'?"), unknown.message());
        assertEquals(5, unknown.end().path("id").asInt());
        Client.Answer large = client.ask("{\"id\": 6, \"do\": \"run\", \"tables\": {\"a.arrow\": 100000000000000}}"
                .replace("100000000000000", "-1"));
        assertEquals("request", large.kind());
        Client.Answer refined = client.ask(request(8, SCAN + "refine: {by: spike_count >= 1, coarse: 2}\n", ""));
        assertEquals("input", refined.kind());
        assertTrue(refined.message().startsWith("'refine' finds its rows in rounds"), refined.message());
        assertEquals("done", client.ask(request(7, SCAN, "")).kind());
    }

    @Test
    void aSweepReadsNothingOutsideOfItsFolder() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.csv"), "gna\n0.7\n");
        Files.writeString(inside.resolve("points.csv"), "gna\n0.7\n0.8\n");
        String base = ", \"folder\": " + quoted(inside.toString());
        String table = SCAN.replaceAll("sweep: .*", "sweep: [{table: {path: PATH}}]");
        assertEquals(
                2,
                client.ask(request(1, table.replace("PATH", "points.csv"), base))
                        .end()
                        .path("rows")
                        .asInt());
        for (String path : List.of("../secret.csv", folder.resolve("secret.csv").toString(), "file:/etc/points.csv")) {
            Client.Answer answer = client.ask(request(2, table.replace("PATH", path), base));
            assertTrue(answer.message().contains("must be beside or below the sweep file"), answer.message());
        }
        assertTrue(client.ask(request(3, table.replace("PATH", "points.csv"), ""))
                .message()
                .contains("cannot read the table 'points.csv': there is no such file"));
        assertEquals(
                "s3a://lab/x.yaml: only local paths are accepted here",
                client.ask("{\"id\": 4, \"do\": \"run\", \"path\": \"s3a://lab/x.yaml\"}")
                        .message());
        assertEquals(
                "s3a://lab/x.yaml: only local paths are accepted here",
                client.ask(request(5, SCAN, ", \"name\": \"s3a://lab/x.yaml\"")).message());
    }

    @Test
    void aRequestIsCancelledWhileItRunsAndWhileItWaits() throws IOException {
        client.send(request(1, LONG, ""));
        client.send(request(2, LONG, ""));
        client.send(request(3, SCAN, ""));
        client.send("{\"id\": 2, \"do\": \"cancel\"}");
        while (!client.event().path("event").asText().equals("progress")) {
            // It computes from now on.
        }
        client.send("{\"id\": 1, \"do\": \"cancel\"}");
        Client.Answer first = client.answer();
        assertEquals("cancelled", first.kind(), first.end()::toString);
        assertEquals(1, first.end().path("id").asInt());
        Client.Answer second = client.answer();
        assertEquals("cancelled", second.kind());
        assertEquals(2, second.end().path("id").asInt());
        Client.Answer third = client.answer();
        assertEquals("done", third.kind());
        assertEquals(7, third.column("id").size());
        client.send("{\"id\": 1, \"do\": \"cancel\"}"); // Of nothing.
        assertEquals("done", client.ask(request(1, SCAN, "")).kind());
    }

    @Test
    void whatWasAskedIsAnsweredAfterTheLastRequest() throws IOException {
        client.send(request(1, SCAN, ""));
        client.send(request(2, SCAN, ""));
        client.sayNoMore();
        assertEquals("done", client.answer().kind());
        assertEquals(7, client.answer().column("id").size());
    }

    @Test
    void itEndsWhenNobodyListensWhateverRuns() throws IOException {
        client.send(request(1, LONG, ""));
        while (!client.event().path("event").asText().equals("progress")) {
            // It computes from now on.
        }
        // Then end() waits for the server.
    }

    @Test
    void aRunIntoADirectoryIsThatOfTheCommandAndGoesOn() throws IOException {
        Path out = folder.resolve("results");
        String directory = ", \"out\": " + quoted(out.toString());
        Client.Answer run = client.ask(request(1, SCAN, directory + ", \"where\": \"id < 100\""));
        assertEquals("done", run.kind(), run.end()::toString);
        assertEquals(7, run.end().path("rows").asInt());
        List<Long> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
                try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
                    reader.each(row -> ids.add(row.getLong("id", 0)));
                }
            }
        }
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L), ids);
        Client.Answer again = client.ask(request(2, SCAN, directory + ", \"where\": \"id < 100\""));
        assertEquals(0, again.end().path("neuron_steps").asInt(), again.end()::toString);
        Client.Answer other = client.ask(request(3, SCAN.replace("duration: 20", "duration: 30"), directory));
        assertEquals("input", other.kind(), other.end()::toString);
    }

    @Test
    void tracesPlansAndModelsAreTold() throws IOException {
        Client.Answer trace = client.ask(
                "{\"id\": 1, \"do\": \"trace\", \"sweep\": %s, \"row\": 6, \"every\": 0.5}".formatted(quoted(SCAN)));
        assertEquals("done", trace.kind(), trace.end()::toString);
        assertEquals(41, trace.column("t").size());
        assertEquals("mV", trace.schema().findField("v").getMetadata().get("unit"));
        Client.Answer plan = client.ask("{\"id\": 2, \"do\": \"plan\", \"sweep\": %s}".formatted(quoted(SCAN)));
        assertEquals(7, plan.end().path("rows").asInt());
        assertEquals(1.2, plan.end().path("axes").path(0).path("last").asDouble());
        assertTrue(plan.end().path("sweep").asText().contains("linspace: [0.6, 1.2, 7]"), plan.end()::toString);
        Client.Answer models = client.ask("{\"id\": 3, \"do\": \"models\"}");
        assertEquals(13, models.end().path("models").size());
        Client.Answer one = client.ask("{\"id\": 4, \"do\": \"models\", \"name\": \"HR\"}");
        assertEquals(
                "x",
                one.end()
                        .path("models")
                        .path(0)
                        .path("variables")
                        .path(0)
                        .path("name")
                        .asText());
        Client.Answer none = client.ask("{\"id\": 5, \"do\": \"models\", \"name\": \"Hh\"}");
        assertTrue(none.message().startsWith("unknown model 'Hh'; did you mean 'HH'?"), none.message());
    }
}
