package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static io.github.spikesweep.table.Tables.readOrRefuse;
import static io.github.spikesweep.table.Tables.wanted;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Any bytes are a table or refused; nothing else is ever thrown. */
class TableFuzzTest {
    private static final String CSV = """
            model,gna, "input"
            HH,120,0.1
            "HR", 3.5e-2 ,"-.5"

            Izhikevich,+7,1e3
            """;

    private static final String JSON = """
            {"model": "HH", "gna": 120, "input": 0.1}
            {"gna": 3.5e-2, "input": -0.5, "model": "H\\u0052", "note": {"x": [1, null]}}
            """;

    private static final List<TableRequest> REQUESTS = List.of(all(), wanted("gna"), wanted("input", "model"));

    @Test
    void everyTruncationIsReadOrRefused() {
        for (TableRequest request : REQUESTS) {
            everyTruncation("p.csv", CSV, request);
            everyTruncation("p.jsonl", JSON, request);
        }
    }

    @Test
    void everyMutationIsReadOrRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            TableRequest request = REQUESTS.get(random.nextInt(REQUESTS.size()));
            readOrRefuse("p.csv", mutant(CSV, ",\"\n\r\t ;-+.eE0x\u00ff\0#'", random), request);
            readOrRefuse("p.jsonl", mutant(JSON, "{}[]:,\"\\\n -+.eE0xnu\u00ff\0/'", random), request);
        }
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] content) {
        readOrRefuse("p.csv", content, all());
        readOrRefuse("p.jsonl", content, all());
    }

    @Property
    void anyCsvIsReadOrRefused(@ForAll("cells") String text) {
        readOrRefuse("p.csv", text.getBytes(StandardCharsets.UTF_8), all());
    }

    @Property
    void anyJsonIsReadOrRefused(@ForAll("tokens") String text) {
        readOrRefuse("p.jsonl", text.getBytes(StandardCharsets.UTF_8), all());
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of(
                        "a",
                        "model",
                        "1",
                        "-2.5e3",
                        ",",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "\"\"",
                        " ",
                        "\t",
                        ";",
                        "NaN",
                        "\uFEFF",
                        "\u0000",
                        "\uD800",
                        "\u2028",
                        "µ",
                        "x".repeat(1001))
                .list()
                .ofMaxSize(40)
                .map(tokens -> "a,model\n" + String.join("", tokens));
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "{\"a\":",
                        "\"model\":",
                        "\"a\"",
                        ":",
                        ",",
                        "[",
                        "]",
                        "1",
                        "-2.5e3",
                        "NaN",
                        "null",
                        "true",
                        "\"",
                        "\\",
                        "\\u00",
                        "\n",
                        "\r",
                        " ",
                        "\uFEFF",
                        "\u0000",
                        "\u0085",
                        "\uD800",
                        "/*",
                        "#",
                        "1".repeat(1001),
                        "\"" + "x".repeat(1001) + "\"",
                        "[".repeat(30))
                .list()
                .ofMaxSize(40)
                .map(tokens -> "{\"a\":1}\n" + String.join("", tokens));
    }

    private static void everyTruncation(String source, String text, TableRequest request) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            readOrRefuse(source, Arrays.copyOf(whole, length), request);
        }
    }

    /** With one to three bytes overwritten. */
    private static byte[] mutant(String text, String letters, Random random) {
        byte[] mutant = text.getBytes(StandardCharsets.UTF_8);
        byte[] choice = letters.getBytes(StandardCharsets.ISO_8859_1);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            mutant[random.nextInt(mutant.length)] = choice[random.nextInt(choice.length)];
        }
        return mutant;
    }
}
