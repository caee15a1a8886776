package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.Page;
import io.github.spikesweep.python.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Spark as installed by pip: the data source from Python, SQL and Scala, by the page's examples, and {@code spark-submit}. */
@Tag("thorough")
class PySparkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A command within the text of the page. */
    private static final Pattern COMMAND = Pattern.compile("`((pip|spark-sql|spark-shell) [^`]+)`");

    /** Spikes of each row, by the C++ library Neun, HHDoubleRK4. */
    private static final String GNA_SCAN_SPIKES = "[1, 1, 1, 1, 1, 1, 3, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9]";

    private static PythonEnvironment python;

    private Workplace place;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        String install = command("pip");
        assertTrue(install.contains("pyspark==" + System.getProperty("spikesweep.spark.version")), install);
        python = PythonEnvironment.make();
        python.require("install", python.line("sh", "-c", install));
    }

    @BeforeEach
    void layOut(TestInfo test) throws IOException {
        place = Workplace.of(test);
        place.linkCheckout();
        place.writeSettings(SparkSubmit.BRIEF);
    }

    @Test
    void pythonGetsTheSpikesOfTheReference() throws IOException, InterruptedException {
        String check = """

                print([row.spike_count for row in scan.orderBy("id").collect()])
                print(sorted(counts.columns), int(counts.neurons.sum()), longer.count())
                for each in scan.where("gna_density > 190").toPandas().itertuples():
                    print(each.id, each.spike_count)
                try:
                    spark.read.format("spikesweep").load("sweeps/gna-scam.yaml").show()
                except Exception as fault:
                    print("InputException: sweeps/gna-scam.yaml: no such file" in str(fault))
                """;
        Files.writeString(place.folder().resolve("example.py"), Page.example("Python") + check);
        List<String> out = execute("python", "example.py").lines().toList();
        assertEquals(
                List.of(GNA_SCAN_SPIKES, "['neurons', 'spike_count'] 20 20", "18 9", "19 9", "True"),
                out.subList(out.size() - 5, out.size()));
    }

    @Test
    void sqlGetsTheSpikesOfTheReference() throws IOException, InterruptedException {
        Files.writeString(place.folder().resolve("example.sql"), Page.example("SQL"));
        String out = execute("sh", "-c", command("spark-sql") + " -f example.sql");
        assertTrue(out.contains("3\t1\t97.36842105263158\n7\t1\t105.26315789473684\n8\t9\t113."), out);
    }

    @Test
    void scalaGetsTheSpikesOfTheReference() throws IOException, InterruptedException {
        Files.writeString(place.folder().resolve("example.scala"), Page.example("Scala"));
        String out = execute("sh", "-c", command("spark-shell") + " <example.scala");
        assertTrue(out.replace(" ", "").contains("|3|1|\n|7|1|\n|8|9|\n|9|3|\n"), out);
    }

    /** It includes Hive, like any downloaded Spark, and with Hive another local file system. */
    @Test
    void submittedRunGoesOnWithWhatIsThere() throws IOException, InterruptedException {
        String submit = "spark-submit " + Workplace.jar() + " run sweeps/gna-scan.yaml --out results --wave 1s";
        execute("sh", "-c", submit + " --where 'id >= 4'");
        Path results = place.folder().resolve("results");
        Bits some = Bits.of(results);
        assertEquals(16, some.rows().size());
        String out = execute("sh", "-c", submit);
        assertTrue(out.contains("\nspikes         115\n"), out);
        assertEquals(20, Bits.of(results).rows().size());
        assertTrue(Bits.of(results).rows().containsAll(some.rows()));
        try (Stream<Path> entries = Files.list(results)) {
            assertEquals(
                    List.of("_spikesweep.json"),
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.endsWith(".parquet"))
                            .toList());
        }
    }

    private String execute(String... command) throws IOException, InterruptedException {
        try (Jvm program = Jvm.startScript("example", place, python.line(command))) {
            Jvm.Exit exit = program.await(PATIENCE);
            assertEquals(0, exit.code(), exit::err);
            return exit.out();
        }
    }

    private static String command(String program) throws IOException {
        return COMMAND.matcher(Page.text())
                .results()
                .filter(found -> found.group(2).equals(program))
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replace("`", "");
    }
}
