package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files with characters that Hadoop or Spark would read as a pattern, a URI, a variable or an option. */
@EnabledOnOs(OS.LINUX)
class OddNamesTest {
    private static final String MODEL = """
            name: Decay
            variables: {u: {initial: 1}}
            parameters: {rate: {default: 2}}
            input: I
            equations: {u: I - rate*u}
            spike: {variable: u, threshold: 5}
            """;

    private static final String SWEEP = """
            name: odd
            model: "%1$s/%1$s.yaml"
            duration: 1
            step: 0.1
            sweep:
              - table: {path: "%1$s/%1$s.csv"}
            """;

    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private Path folder;

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b #1 %20 \u00fc u\u0308",
                "[a] {b,c} & 'q' ? * ~ ;$(x)",
                "a:b",
                "-${user.home}",
                "@x",
                "%s %n",
                " file:",
                "\u20ac \ud83e\udde0"
            })
    void everyCommandTakesThem(String name) throws IOException {
        // In the locale C this JVM has no names that are not ASCII.
        String encoding = System.getProperty("sun.jnu.encoding");
        assumeTrue(Charset.forName(encoding).newEncoder().canEncode(name), encoding);
        Path inner = Files.createDirectories(folder.resolve(name).resolve(name));
        SweepText.write(inner, name + ".yaml", MODEL);
        SweepText.write(inner, name + ".csv", "rate\n1\n2\n");
        String sweep = SweepText.write(inner.getParent(), name + ".sweep.yaml", SWEEP.formatted(name));
        Path out = inner.getParent().resolve(name + " out");

        assertTrue(succeeds("plan", "--no-calibration", sweep).out().contains("combinations   2\n"));
        succeeds("run", sweep, "--out", out.toString());
        assertEquals(
                2,
                SPARK.read()
                        .option("__globPaths__", "false")
                        .parquet(out.toString())
                        .count());
        // The same as a URI: the rows are found again.
        Execution again = succeeds("run", "file:" + sweep, "--out", "file://" + out);
        assertTrue(again.err().startsWith("file://" + out + " already has 2 of 2 rows"), again.err());
        assertEquals(2, SPARK.read().format("spikesweep").load(sweep).count());

        succeeds("plot", out.toString());
        succeeds("plot", "file:" + out, "--out", "file:" + out + ".svg");
        for (String ending : List.of(".csv", ".parquet", ".arrow")) {
            succeeds("trace", sweep, "--id", "1", "--out", out + ending);
        }
        assertEquals(
                List.of("", ".arrow", ".csv", ".parquet", ".png", ".svg"),
                entries(inner.getParent()).stream()
                        .filter(entry -> entry.startsWith(name + " out"))
                        .map(entry -> entry.substring((name + " out").length()))
                        .toList());
    }

    @Tag("thorough")
    @Test
    void smallFilesAreMerged() throws IOException {
        String sweep = SweepText.write(folder, "{scan}\\.yaml", SweepText.GRID);
        Path out = folder.resolve("[ab]{c,d}*\\?");
        String[] command = {
            "run",
            sweep,
            "--out",
            out.toString(),
            "--wave",
            "0.1s",
            "--set",
            "sweep.gna_density.linspace=[50, 200, 1500]"
        };
        succeeds(command);
        assertEquals(
                6000,
                SPARK.read()
                        .option("__globPaths__", "false")
                        .parquet(out.toString())
                        .count());
        List<String> data = entries(out);
        Files.delete(out.resolve(data.get(data.size() - 1)));
        Execution again = succeeds(command);
        assertFalse(again.err().contains("damaged"), again.err());
        assertEquals(
                6000,
                SPARK.read()
                        .option("__globPaths__", "false")
                        .parquet(out.toString())
                        .count());
    }

    @Test
    void controlCharactersAreNamed() throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        assertEquals(
                "'a\\nb' cannot be a path: it has the control character \\n\n", fails("run", sweep, "--out", "a\nb"));
        assertEquals("'\\u0007' cannot be a path: it has the control character \\u0007\n", fails("plan", "\u0007"));
        assertEquals("'x\\t' cannot be a path: it has the control character \\t\n", fails("plot", "x\t"));
        assertEquals(
                "'v\\n.csv' cannot be a path: it has the control character \\n\n",
                fails("trace", sweep, "--id", "1", "--out", "v\n.csv"));
    }

    @Test
    void aPictureOrATraceIsALocalFile() throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        assertEquals(
                "s3a://lab/v.csv is not a local file, which is needed here\n",
                fails("trace", sweep, "--id", "1", "--out", "s3a://lab/v.csv"));
    }

    private static Execution succeeds(String... arguments) {
        Execution execution = Execution.of(arguments);
        assertEquals(0, execution.code(), execution.err());
        return execution;
    }

    private static String fails(String... arguments) {
        Execution execution = Execution.of(arguments);
        assertEquals(2, execution.code(), execution.err());
        return execution.err();
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
