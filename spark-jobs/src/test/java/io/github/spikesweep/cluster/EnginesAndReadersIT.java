package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.command.CommandLines;
import io.github.spikesweep.command.Execution;
import io.github.spikesweep.python.PythonEnvironment;
import io.github.spikesweep.python.Script;
import io.github.spikesweep.source.SweepFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every shipped sweep, as a new user runs and plots it in a process, and computed by Spark on this machine, and by {@code spark-submit} on
 * a cluster: whoever reads the results finds the same bits, schemas and metadata.
 */
@Tag("thorough")
class EnginesAndReadersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Path SWEEPS = Path.of("../sweeps");
    /** Of a larger sweep no more rows are run, evenly spread. */
    private static final long MOST_ROWS = 20;

    /** The folder of the first engine's results. */
    private static final String PROCESS = "process";
    /** Those of the others. */
    private static final List<String> OTHERS = List.of("local", "cluster");

    private static PythonEnvironment python;
    private static List<String> names;
    private static Workplace place;
    private static Path script;

    @BeforeAll
    static void runEverySweep(TestInfo test) throws IOException, InterruptedException {
        python = PythonEnvironment.make();
        names = names();
        place = Workplace.of(test);
        place.linkCheckout();
        script = place.copy("same_tables.py");
        Path program = program();
        String classPath = String.join(
                File.pathSeparator, place.home().classPath(), Workplace.jar().toString(), program.toString());
        List<String> onSpark = new ArrayList<>(RunProcess.USUAL);
        onSpark.add("-Dspark.master=local[2]"); // for the program, which starts Spark once
        assertEnds(start(PROCESS, RunProcess.USUAL, classPath, "--threads", "2"));
        assertEnds(start("local", onSpark, classPath, "--master", "local[2]"));
        try (StandaloneCluster cluster = StandaloneCluster.start(place, 2, 1)) {
            SparkSubmit submit = new SparkSubmit(cluster.url())
                    .with(Map.of("spark.jars", Workplace.jar().toString()));
            assertEnds(submit.start("cluster", place, program, commands("cluster")));
            for (StandaloneWorker worker : cluster.workers()) {
                assertFalse(worker.executorsEver().isEmpty());
            }
        }
    }

    private static Jvm start(String engine, List<String> options, String classPath, String... more)
            throws IOException, InterruptedException {
        return Jvm.start(
                engine, place, options, List.of(classPath, CommandLines.class.getName(), commands(engine, more)));
    }

    private static void assertEnds(Jvm jvm) throws IOException, InterruptedException {
        try (jvm) {
            Jvm.Exit exit = jvm.await(PATIENCE);
            assertEquals(0, exit.code(), exit::err);
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SWEEPS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Writes a file with the command lines for an engine. */
    private static String commands(String engine, String... more) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String sweep = "sweeps/" + name + ".yaml";
            List<String> run = new ArrayList<>(List.of("run", sweep, "--out", engine + "/" + name));
            run.addAll(List.of(more));
            if (apart(name) > 1) {
                run.addAll(List.of("--where", "mod(id, %d) == 0".formatted(apart(name))));
            } else {
                // In two parts, so that two files are merged.
                lines.add(line(run, "--where", "id < " + size(name) / 2));
            }
            lines.add(line(run));
        }
        Path file = place.folder().resolve(engine + ".commands");
        Files.write(file, lines);
        return file.toString();
    }

    /** How many rows a sweep has. */
    private static long size(String name) {
        return SweepFiles.read(SWEEPS.resolve(name + ".yaml").toString(), List.of())
                .space()
                .size();
    }

    /** By how much the ids of the rows that are run differ. */
    private static long apart(String name) {
        return (size(name) + MOST_ROWS - 1) / MOST_ROWS;
    }

    private static String line(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return String.join(CommandLines.SEPARATOR, all);
    }

    /** A jar that executes them. */
    private static Path program() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, CommandLines.class.getName());
        Path jar = place.folder().resolve("commands.jar");
        String file = CommandLines.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream content = CommandLines.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry(file));
            content.transferTo(out);
        }
        return jar;
    }

    /** And so are the records beside them, but for what they say of the run itself. */
    @ParameterizedTest
    @ValueSource(strings = {"pyarrow", "polars", "duckdb", "record"})
    void theFilesAreTheSame(String reader) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of(python.program("python"), script.toString(), reader, folder(PROCESS)));
        OTHERS.forEach(engine -> line.add(folder(engine)));
        Script comparison = Script.run("same-tables-" + reader, PATIENCE, Map.of(), line);
        assertEquals(0, comparison.code(), comparison::printed);
        assertEquals(names.size() + " sweeps by 3 engines are the same\n", comparison.printed());
    }

    /** What a new user sees; the columns are those that Spark's tables tell beforehand. */
    @Test
    void everyRowIsOkSomeNeuronsSpikeAndThereIsAPicture() throws IOException {
        for (String name : names) {
            String directory = folder(PROCESS) + "/" + name;
            assertTrue(LongSweep.record(Path.of(directory)).at("/totals/spikes").asLong() > 0, name);
            Dataset<Row> results = LocalSpark.session().read().parquet(directory);
            String others = "status <> 'ok' OR diverged_at_ms IS NOT NULL";
            assertEquals(0, results.where(others).count(), name);
            String sweep = SWEEPS.resolve(name + ".yaml").toString();
            Dataset<Row> table =
                    LocalSpark.session().read().format("spikesweep").load(sweep);
            assertEquals(List.of(table.columns()), List.of(results.columns()), name);
            assertEquals(
                    table.where("id % " + apart(name) + " = 0").select("id").count(), results.count(), name);
            String picture = place.folder().resolve(name + ".png").toString();
            Execution plot = Execution.of("plot", directory, "--out", picture);
            assertEquals(0, plot.code(), plot.err());
        }
    }

    @Test
    void theyAreTheSameToSpark() throws IOException {
        for (String name : names) {
            Bits expected = Bits.of(Path.of(folder(PROCESS), name));
            assertTrue(expected.rows().size() > 1 && expected.rows().size() <= MOST_ROWS, name);
            for (String engine : OTHERS) {
                expected.assertSameAs(Bits.of(Path.of(folder(engine), name)));
            }
        }
    }

    private static String folder(String engine) {
        return place.folder().resolve(engine).toString();
    }
}
