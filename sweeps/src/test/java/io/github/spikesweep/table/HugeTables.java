package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static io.github.spikesweep.table.Tables.wanted;

import io.github.spikesweep.document.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Reads files of 64 MB, valid and hostile ones, and prints which of them do not give the expected result. */
final class HugeTables {
    private static final int BYTES = 64 << 20;
    private static final TableRequest TEXTS = new TableRequest(Optional.empty(), Set.of("a", "b", "c", "d", "e"));

    private HugeTables() {}

    public static void main(String[] args) {
        expect("1000000 rows", "p.csv", rows(1_000_000, "a,b,c,d,e\n", HugeTables::numbers), all());
        expect("1000000 rows", "p.csv", rows(1_000_000, "a,b,c,d,e\n", HugeTables::texts), TEXTS);
        expect(
                "p.csv:2002:1: 'a' makes more different texts than a table may have (10000)",
                "p.csv",
                rows(10_000, "a,b,c,d,e\n", HugeTables::differentTexts),
                TEXTS);
        expect("p.csv:1:1001: more columns than a table may have (1000)", "p.csv", filled("", ","), all());
        expect("p.csv:2:1: expected 1 cell as in the header, found 67108863", "p.csv", filled("a\n", ","), all());
        expect("p.csv:1:1: the table has no rows", "p.csv", filled("a\n", " "), all());
        expect(
                "p.csv:2:1: one text or number has more characters than accepted (1000)",
                "p.csv",
                filled("a\n\"", "x"),
                all());
        expect(
                "p.csv:2:1: one text or number has more characters than accepted (1000)",
                "p.csv",
                filled("a\n\"", "\n"),
                all());

        expect("850000 rows", "p.jsonl", rows(850_000, "", HugeTables::object), all());
        expect("p.jsonl:1:1: the object has no keys", "p.jsonl", filled("", "{}"), all());
        expect("p.jsonl:1:67108865: not JSON: the file ends too early", "p.jsonl", filled("{\"a\":1", " "), all());
        expect(
                "p.jsonl:1:31: nested deeper than accepted (20)",
                "p.jsonl",
                filled("{\"a\":1,\"b\":", "["),
                wanted("a"));
        expect(
                "p.jsonl:1:8889: more columns than a table may have (1000)",
                "p.jsonl",
                rows(4_000_000, "{\"a\":1", row -> ",\"c" + row + "\":1"),
                wanted("a"));
        expect(
                "p.jsonl:1000001:6: more rows than a table may have (1000000)",
                "p.jsonl",
                rows(2_000_000, "", row -> "{\"a\":1,\"k" + row + "\":2}\n"),
                wanted("a"));
    }

    private static void expect(String expected, String source, byte[] content, TableRequest request) {
        String found;
        try {
            found = Tables.read(source, content, request).rows() + " rows";
        } catch (InputException e) {
            found = e.getMessage();
        }
        if (!found.equals(expected)) {
            System.out.println("expected " + expected + ", found " + found);
        }
    }

    /** A text, repeated as often as it fits after the start. */
    private static byte[] filled(String start, String repeated) {
        ByteBuffer content = ByteBuffer.allocate(BYTES);
        content.put(bytes(start));
        byte[] next = bytes(repeated);
        while (content.remaining() >= next.length) {
            content.put(next);
        }
        return content.array();
    }

    /** Blanks follow the rows. */
    private static byte[] rows(int count, String start, IntFunction<String> row) {
        ByteBuffer content = ByteBuffer.allocate(BYTES);
        content.put(bytes(start));
        for (int i = 0; i < count; i++) {
            content.put(bytes(row.apply(i)));
        }
        while (content.hasRemaining()) {
            content.put((byte) ' ');
        }
        return content.array();
    }

    private static String numbers(int row) {
        return ("-" + (1_000_000 + row) + ".25e-2,").repeat(4) + "-7\n";
    }

    private static String texts(int row) {
        return ("model" + row % 5000 + ",").repeat(4) + row % 5000 + "\n";
    }

    private static String differentTexts(int row) {
        return "a" + row + ",b" + row + ",c" + row + ",d" + row + ",e" + row + "\n";
    }

    private static String object(int row) {
        return "{\"a\":" + row + ".5,\"bcdefgh\":-1.2345678e-5,\"c\":3,\"d\":4,\"e\":12345678}\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
