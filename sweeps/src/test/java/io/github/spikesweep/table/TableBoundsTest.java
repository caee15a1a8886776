package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static io.github.spikesweep.table.Tables.fault;
import static io.github.spikesweep.table.Tables.read;
import static io.github.spikesweep.table.Tables.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TableBoundsTest {
    @Tag("thorough")
    @Test
    void aMillionRowsAreAcceptedAndNoMore() {
        assertEquals(
                1_000_000, read("p.csv", "a\n" + "1\n".repeat(1_000_000), all()).rows());
        assertEquals(
                "p.csv:1000002:1: more rows than a table may have (1000000)",
                fault("p.csv", "a\n" + "1\n".repeat(1_000_001)));
        assertEquals(
                "p.jsonl:1000001:6: more rows than a table may have (1000000)",
                fault("p.jsonl", "{\"a\":1}\n".repeat(1_000_001)));
    }

    @Test
    void aMillionTextsThatAreEqualAreOne() {
        List<String> models =
                read("p.csv", "model\n" + "HH\n".repeat(1_000_000), all()).texts("model");
        assertEquals(1, models.stream().map(System::identityHashCode).distinct().count());
    }

    @Tag("thorough")
    @Test
    void fiveMillionValuesAreAcceptedAndNoMore() {
        String rows = "1,2,3,4,5,6,7,8\n".repeat(625_001);
        String text = "a,b,c,d,e,f,g,h\n" + rows;
        assertEquals(
                625_001,
                read("p.csv", text, wanted("a", "b", "c", "d", "e", "f", "g")).rows());
        assertEquals(
                "p.csv:625002:1: more values than a table may have (5000000): of 8 columns, at most 625000 rows",
                fault("p.csv", text));
    }

    @Test
    void aThousandColumnsAreAcceptedAndNoMore() {
        assertEquals(
                1000,
                read("p.csv", names(1000) + "\n" + names(1000) + "\n", texts(1000))
                        .columns()
                        .size());
        assertEquals("p.csv:1:4891: more columns than a table may have (1000)", fault("p.csv", names(1001) + "\n"));
        String keys = IntStream.range(0, 1001).mapToObj(i -> "\"c" + i + "\":1").collect(Collectors.joining(","));
        assertEquals("p.jsonl:1:8892: more columns than a table may have (1000)", fault("p.jsonl", "{" + keys + "}"));
        assertEquals(
                "p.jsonl:2:8892: more keys than an object may have (1000)",
                fault("p.jsonl", ("{\"c0\":1}\n{" + keys + "}").getBytes(StandardCharsets.UTF_8), wanted("c0")));
    }

    @Test
    void cellsOfAThousandCharactersAreAcceptedAndNoLongerOnes() {
        String number = "0." + "1".repeat(998);
        String text = "x".repeat(1000);
        String other = "y".repeat(1000);
        assertEquals(
                List.of(text),
                read("p.csv", "a,model\n" + number + "," + text + "\n", all()).texts("model"));
        assertEquals(
                List.of(text),
                read("p.jsonl", "{\"a\":" + number + ",\"model\":\"" + text + "\"}", all())
                        .texts("model"));
        assertEquals(
                "p.csv:2:3: one text or number has more characters than accepted (1000)",
                fault("p.csv", "a,b\n1,1" + number + "\n"));
        assertEquals(
                "p.csv:2:3: one text or number has more characters than accepted (1000)",
                fault("p.csv", "a,b\n1,\"" + text + "\"\"\"\n"));
        assertEquals(
                "p.csv:1:1: one text or number has more characters than accepted (1000)",
                fault("p.csv", other + "x\n1\n"));
        assertEquals(
                "p.jsonl:1:10: one text or number has more characters than accepted (1000)",
                fault("p.jsonl", "{\"model\":\"" + text + "x\"}"));
        assertTrue(fault("p.jsonl", "{\"a\":1" + number + "}")
                .endsWith("one text or number has more characters than accepted (1000)"));
        assertTrue(fault("p.jsonl", "{\"" + other + "x\":1}")
                .endsWith("one text or number has more characters than accepted (1000)"));
    }

    @Test
    void tenThousandTextsMayDifferAndNoMore() {
        String text =
                "model\n" + IntStream.range(0, 10_001).mapToObj(i -> "m" + i).collect(Collectors.joining("\n"));
        assertEquals(
                10_000,
                read("p.csv", text.substring(0, text.lastIndexOf('\n')), all()).rows());
        assertEquals(
                "p.csv:10002:1: 'model' makes more different texts than a table may have (10000)",
                fault("p.csv", text));
    }

    @Test
    void nestingIsBounded() {
        assertEquals(
                "p.jsonl:1:33: nested deeper than accepted (20)",
                fault(
                        "p.jsonl",
                        ("{\"a\": 1, \"b\":" + "[".repeat(1000)).getBytes(StandardCharsets.UTF_8),
                        wanted("a")));
    }

    /** In a separate JVM with little memory. */
    @Tag("thorough")
    @Test
    void hugeFilesAreReadOrRefusedInLittleMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeTables.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", out);
        assertEquals(0, process.exitValue());
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    private static TableRequest texts(int count) {
        return new TableRequest(
                Optional.empty(),
                IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.toSet()));
    }
}
