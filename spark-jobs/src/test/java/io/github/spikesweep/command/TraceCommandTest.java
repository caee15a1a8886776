package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {
    private static final String NAMES = "t,v,m,h,n";

    @TempDir
    private Path folder;

    private String grid;

    @BeforeEach
    void writeSweep() throws IOException {
        grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
    }

    @Test
    void writesAllOfARowToStandardOutput() {
        Execution trace = Execution.of("trace", grid, "--id", "5");
        assertEquals(0, trace.code(), trace.err());
        assertEquals("", trace.err());
        List<String> lines = trace.out().lines().toList();
        assertEquals(NAMES, lines.get(0));
        assertEquals("0.0,-65.0,0.05,0.6,0.3", lines.get(1));
        assertEquals(1002, lines.size());
        assertTrue(lines.get(4).startsWith("0.03,"), lines.get(4));
        assertTrue(lines.get(1001).startsWith("10.0,"), lines.get(1001));
    }

    @Test
    void everyFormatHasTheSameNumbers() throws IOException {
        List<List<Double>> csv = new ArrayList<>();
        for (String ending : List.of("csv", "parquet", "arrow")) {
            Path file = folder.resolve("a trace." + ending);
            Execution trace = Execution.of("trace", grid, "--id", "23", "--every", "0.25", "--out", file.toString());
            assertEquals(0, trace.code(), trace.err());
            assertEquals("41 values of v, m, h, n, one every 0.25 ms, in " + file + "\n", trace.out());
            List<List<Double>> rows = switch (ending) {
                case "csv" -> csv(file);
                case "parquet" -> parquet(file);
                default -> arrow(file);
            };
            if (csv.isEmpty()) {
                csv.addAll(rows);
            }
            assertEquals(41, rows.size());
            assertEquals(csv, rows, ending);
        }
        assertEquals(4, entries().size(), () -> "no more than the files asked for: " + entries());
    }

    @Test
    void columnsCarryTheirUnits() throws IOException {
        Path file = folder.resolve("x.parquet");
        assertEquals(
                0,
                Execution.of("trace", grid, "--id", "0", "--out", file.toString())
                        .code());
        var v = LocalSpark.session().read().parquet(file.toString()).schema().apply("v");
        assertEquals("mV", v.metadata().getString("unit"));
        assertEquals("membrane potential", v.metadata().getString("description"));
        assertEquals(
                Map.of("unit", "mV", "description", "membrane potential"),
                arrowSchema(file).findField("v").getMetadata());
    }

    /** As pyarrow finds it: {@code pyarrow.parquet.read_schema("x.parquet").field("v").metadata}. */
    private static Schema arrowSchema(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            String text = reader.getFileMetaData().getKeyValueMetaData().get("ARROW:schema");
            byte[] message = Base64.getDecoder().decode(text);
            try (ReadChannel in = new ReadChannel(Channels.newChannel(new ByteArrayInputStream(message)))) {
                return MessageSerializer.deserializeSchema(in);
            }
        }
    }

    @Test
    void endsWhereTheRowDiverges() {
        Execution trace =
                Execution.of("trace", grid, "--id", "1", "--set", "step=0.25", "--set", "sweep.gk_density=[36, 1e5]");
        assertEquals(0, trace.code(), trace.err());
        assertTrue(
                trace.err()
                        .matches(
                                "warning: the step 0.25 ms is .*\nwarning: RK4 is unstable with steps of 0.25 ms .*\nrow 1 diverged at [0-9.]+ ms; the trace ends there\n"),
                trace.err());
        List<String> lines = trace.out().lines().toList();
        assertTrue(lines.size() >= 2 && lines.size() < 42, trace.out());
        assertFalse(trace.out().contains("NaN"), trace.out());
        Execution none = Execution.of("trace", grid, "--id", "0", "--set", "parameters.gl=1 / (gk_density - 36)");
        assertEquals(NAMES + "\n", none.out());
        assertTrue(none.err().startsWith("row 0 diverged at 0 ms"), none.err());
    }

    @Test
    void whatTheTableHasDoesNotMatter() {
        Execution plain = Execution.of("trace", grid, "--id", "0");
        assertEquals("", plain.err());
        for (String outputs : List.of("outputs=[nothing]", "outputs=[trace_v]", "trace_every=0.0123")) {
            Execution trace = Execution.of("trace", grid, "--id", "0", "--set", outputs);
            assertEquals(plain.out(), trace.out(), trace.err());
        }
    }

    @Test
    void replacesAFileOnlyWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "mine");
        Execution refused = Execution.of("trace", grid, "--id", "0", "--out", file.toString());
        assertEquals(2, refused.code());
        assertEquals(file + " already exists; --overwrite replaces it\n", refused.err());
        assertEquals("mine", Files.readString(file));
        assertEquals(
                0,
                Execution.of("trace", grid, "--id", "0", "--overwrite", "--out", file.toString())
                        .code());
        assertTrue(Files.readString(file).startsWith(NAMES + "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --id 24                                       | --id 24: the rows of grid are 0 to 23
            --id -1                                       | --id -1: the rows of grid are 0 to 23
            --id 0 --every 0.015                          | --every 0.015: is not a whole number of steps of 0.01; 0.01 or 0.02 is
            --id 0 --every 0                              | --every 0: must be positive and at most the duration, 10
            --id 0 --every NaN                            | --every NaN: must be positive and at most the duration, 10
            --id 0 --every 11                             | --every 11: must be positive and at most the duration, 10
            --id 0 --every 0.01 --set duration=1e6        | --every 0.01: 500000005 values are more than the 10^7 that a trace may have; take 0.51 or more
            --id 0 --out DIR/x.txt                        | DIR/x.txt: the name of a trace must end in one of .parquet, .csv, .arrow
            --id 0 --out DIR/no/x.csv                     | DIR/no/x.csv: there is no directory DIR/no
            --id 0 --out DIR/grid.yaml/x.csv              | DIR/grid.yaml/x.csv: there is no directory DIR/grid.yaml
            --id 0 --out DIR/dir.csv                      | DIR/dir.csv is a directory; a trace is a file
            --id 0 --set step=-1                          | --set step=-1:1:6: 'step' must be positive, found -1
            """)
    void refusesWhatCannotBeTraced(String arguments, String message) throws IOException {
        Files.createDirectory(folder.resolve("dir.csv"));
        List<String> before = entries();
        List<String> line = new ArrayList<>(List.of("trace", grid));
        line.addAll(List.of(arguments.strip().replace("DIR", folder.toString()).split(" ")));
        Execution trace = Execution.of(line.toArray(String[]::new));
        assertEquals(2, trace.code());
        assertEquals("", trace.out());
        assertEquals(message.replace("DIR", folder.toString()) + "\n", trace.err());
        assertEquals(before, entries());
    }

    /** In a separate JVM that logs the classes it loads. */
    @Tag("thorough")
    @Test
    void startsNoSpark() throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        for (String ending : List.of("csv", "parquet", "arrow")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load:file=" + classes,
                            "@java.options",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SpikeSweep.class.getName(),
                            "trace",
                            grid,
                            "--id=3",
                            "--out=" + folder.resolve("x." + ending))
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), out);
            List<String> sparks = Files.readAllLines(classes).stream()
                    .filter(line -> line.contains(" org.apache.spark."))
                    .toList();
            assertEquals(List.of(), sparks);
        }
    }

    private static List<List<Double>> csv(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertEquals(NAMES, lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",")).map(Double::valueOf).toList())
                .toList();
    }

    private static List<List<Double>> parquet(Path file) {
        Dataset<Row> table = LocalSpark.session().read().parquet(file.toString());
        assertEquals(NAMES, String.join(",", table.columns()));
        return table.collectAsList().stream()
                .map(row -> List.of(
                        row.getDouble(0), row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .toList();
    }

    private static List<List<Double>> arrow(Path file) throws IOException {
        List<List<Double>> rows = new ArrayList<>();
        try (var allocator = new RootAllocator();
                var reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
            var batch = reader.getVectorSchemaRoot();
            assertEquals("mV", batch.getSchema().findField("v").getMetadata().get("unit"));
            assertEquals("23", batch.getSchema().getCustomMetadata().get("spikesweep.id"));
            while (reader.loadNextBatch()) {
                for (int row = 0; row < batch.getRowCount(); row++) {
                    int at = row;
                    rows.add(batch.getFieldVectors().stream()
                            .map(vector -> ((Float8Vector) vector).get(at))
                            .toList());
                }
            }
        }
        return rows;
    }

    private List<String> entries() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }
}
