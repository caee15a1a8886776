package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.Page;
import io.github.spikesweep.TaskCounts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in SQL and Java on the page about Spark, from the folder of this module instead of the checkout's. */
class PageTest {
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private Path folder;

    @AfterEach
    void dropViews() {
        SPARK.catalog().dropTempView("scan");
        SPARK.catalog().dropTempView("longer");
    }

    @Tag("thorough")
    @Test
    void sqlGroupsAndJoinsSweeps() throws IOException {
        List<List<Row>> results = Stream.of(example("SQL").split(";", -1))
                .filter(statement -> !statement.isBlank())
                .map(statement -> SPARK.sql(statement).collectAsList())
                .toList();
        assertEquals(4, results.size());
        assertEquals(
                List.of(
                        "[3,1,97.36842105263158]",
                        "[7,1,105.26315789473684]",
                        "[8,9,113.15789473684211]",
                        "[9,3,184.21052631578948]"),
                results.get(2).stream().map(Row::toString).toList());
        Row joined = results.get(3).get(0);
        assertEquals(2, results.get(3).size());
        assertEquals(18, joined.getLong(0));
        assertTrue(joined.getInt(1) >= 8, () -> joined.toString());
    }

    @Test
    void sqlSimulatesOnlyRowsThatAConditionKeeps() throws IOException, InterruptedException {
        String[] statements = example("SQL").split(";", -1);
        SPARK.sql(statements[0]);
        TaskCounts counts = TaskCounts.of(SPARK, () -> SPARK.sql(statements[2]).collectAsList());
        assertEquals(14, counts.sum(SweepMetrics.ROWS));
    }

    @Tag("thorough")
    @Test
    void javaCompilesAndRuns() throws Exception {
        String source = """
                import org.apache.spark.sql.*;
                public class Example {
                    public static Dataset<Row> scan(SparkSession spark) {
                        %s
                        return scan;
                    }
                }
                """.formatted(example("Java"));
        Path file = Files.writeString(folder.resolve("Example.java"), source);
        String[] line = {"-proc:none", "-cp", System.getProperty("java.class.path"), file.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, line));
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes)) {
            Object scan = loader.loadClass("Example")
                    .getMethod("scan", SparkSession.class)
                    .invoke(null, SPARK);
            assertEquals(20, ((Dataset<?>) scan).count());
        }
    }

    @Test
    void namesEveryMetric() throws IOException {
        String page = Page.text();
        for (CustomMetric metric : SweepMetrics.all()) {
            assertTrue(page.contains("`" + metric.description() + "`"), metric::description);
        }
    }

    private static String example(String heading) throws IOException {
        return Page.example(heading).replace("sweeps/", "../sweeps/");
    }
}
