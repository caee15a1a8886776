package io.github.spikesweep.command;

import static io.github.spikesweep.command.Damage.GOOD;
import static io.github.spikesweep.command.Damage.added;
import static io.github.spikesweep.command.Damage.bytes;
import static io.github.spikesweep.command.Damage.changed;
import static io.github.spikesweep.command.Damage.cut;
import static io.github.spikesweep.command.Damage.repeated;
import static io.github.spikesweep.command.Damage.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Files {@code x.yaml} that are not valid sweeps. */
final class DamagedSweeps {
    private static final String NOT_UTF8 = " is not UTF-8; save the file as text in UTF-8";
    private static final String EMPTY = "x.yaml:1:1: the file is empty; expected a YAML mapping (key: value)";
    private static final String NO_MAPPING = "x.yaml:1:1: expected a YAML mapping (key: value), found ";
    private static final String TOO_DEEP = "nested deeper than accepted (20)";
    private static final String TOO_LARGE = "x.yaml: has 100000000 bytes; at most 1048576 are accepted";
    private static final String NO_ANCHORS = "anchors and aliases (&name, *name) are not accepted, found ";
    private static final String EXPRESSION = "x.yaml:6:8: ";

    private DamagedSweeps() {}

    static Stream<Damage> all() {
        return Stream.of(truncated(), encoded(), binary(), large(), nested(), structured(), numbers(), types())
                .flatMap(damages -> damages);
    }

    private static Stream<Damage> truncated() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                text("nothing", "", EMPTY),
                text("a comment alone", "# name: good\n", EMPTY),
                text("a byte order mark alone", "\uFEFF", EMPTY),
                cut("cut in a key", "ption", "x.yaml:2:7: not YAML: could not find expected ':'"),
                cut("cut in a value", "bleRK4", "x.yaml:3:9: unknown neuron 'HHDou'…"),
                cut("cut after a key", " 0.01", "x.yaml:5:6: 'step' needs a number or an expression, found nothing"),
                cut("cut in a number", "01\n", "x.yaml:5:7: 'step' must be positive, found 0"),
                cut("cut after a line", "step", "x.yaml:1:1: a sweep file needs the key 'step'"),
                cut(
                        "cut in a mapping",
                        "linspace",
                        "x.yaml:8:9: not YAML: expected the node content, but found '<stream end>'"),
                cut("cut in a list", ", 1", "x.yaml:8:23: not YAML: expected ',' or ']', but got <stream end>"),
                added("cut in quotes", "constants: {a: \"1", "x.yaml:11:1: not YAML: found unexpected end of stream"),
                bytes(
                        "cut in a character",
                        Arrays.copyOf(good, GOOD.indexOf('µ') + 1),
                        "x.yaml:2:14: the byte 0xC2" + NOT_UTF8));
    }

    private static Stream<Damage> encoded() {
        return Stream.of(
                encoded("ISO-8859-1", "x.yaml:2:14: the byte 0xB5" + NOT_UTF8),
                encoded("UTF-16", "x.yaml:1:1: the byte 0xFE" + NOT_UTF8),
                encoded("x-UTF-16LE-BOM", "x.yaml:1:1: the byte 0xFF" + NOT_UTF8),
                changed("a null byte", "good", "go\0d", "x.yaml:1:9: not YAML: the character U+0000 is not accepted"));
    }

    private static Damage encoded(String encoding, String message) {
        return bytes(encoding, GOOD.getBytes(Charset.forName(encoding)), message);
    }

    private static Stream<Damage> binary() {
        byte[] random = new byte[4096];
        new Random(1).nextBytes(random);
        return Stream.of(
                bytes("random bytes", random, "x.yaml:1:2: the byte 0xD5" + NOT_UTF8),
                bytes("gzip", gzip(), "x.yaml:1:2: the byte 0x8B" + NOT_UTF8),
                bytes("a picture", latin1("\u0089PNG\r\n\u001A\n"), "x.yaml:1:1: the byte 0x89" + NOT_UTF8),
                bytes(
                        "Parquet",
                        latin1("PAR1\u0015\u0004\0"),
                        "x.yaml:1:5: not YAML: the character U+0015 is not accepted"));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Stream<Damage> large() {
        return Stream.of(
                repeated("100 MB of blanks", " ", 100_000_000, TOO_LARGE),
                repeated("100 MB in a line", "x", 100_000_000, TOO_LARGE),
                repeated("100 MB of comments", "# comment\n", 100_000_000, TOO_LARGE),
                repeated("100 MB of items", "- 1\n", 100_000_000, TOO_LARGE),
                repeated("1 MB of items", "- 1\n", 1_000_000, NO_MAPPING + "a list"),
                repeated("1 MB in a line", "x", 1_000_000, NO_MAPPING + "'" + "x".repeat(60) + "…'"),
                added(
                        "a million digits",
                        "constants: {a: " + "1".repeat(1_000_000) + "}",
                        "x.yaml:10:16: a value of 1000000 characters is longer than accepted (20000)"),
                added(
                        "a key of 1 MB",
                        "? " + "k".repeat(1_000_000),
                        "x.yaml:10:3: a key of 1000000 characters is longer than accepted (200)"),
                changed(
                        "a name of 1 MB",
                        "good",
                        "x".repeat(1_000_000),
                        "x.yaml:1:7: a value of 1000000 characters is longer than accepted (20000)"),
                added(
                        "80,000 keys",
                        "constants: {" + listed(80_000, "k%d: 1") + "}",
                        "x.yaml:10:98783: more keys than a file may have (10000)"),
                added(
                        "400,000 values",
                        "constants: [" + "1,".repeat(400_000) + "]",
                        "x.yaml:10:399979: more values than a file may have (200000)"),
                changed(
                        "50,000 values and a word",
                        "{linspace: [0.5, 1, 5], unit: mS}",
                        "[" + "1,".repeat(50_000) + " x]",
                        "x.yaml:8:100010: a value of axis 'gna' must be a number, found 'x'"));
    }

    private static String listed(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    private static Stream<Damage> nested() {
        return Stream.of(
                added("10,000 lists", "constants: " + "[".repeat(10_000), "x.yaml:10:31: " + TOO_DEEP),
                added("10,000 mappings", "constants: " + "{a: ".repeat(10_000), "x.yaml:10:88: " + TOO_DEEP),
                added("10,000 dashes", "constants:\n" + "- ".repeat(10_000) + "1", "x.yaml:11:39: " + TOO_DEEP),
                text(
                        "1,000 steps down",
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining()),
                        "x.yaml:21:21: " + TOO_DEEP),
                changed(
                        "5,000 parentheses",
                        "input: 0.1",
                        "input: " + "(".repeat(4_999) + "1" + ")".repeat(4_999),
                        EXPRESSION.replace(":8", ":109") + "nested deeper than accepted (100)"),
                changed(
                        "500,000 operators",
                        "input: 0.1",
                        "input: " + "1+".repeat(500_000) + "1",
                        EXPRESSION + "a value of 1000001 characters is longer than accepted (20000)"));
    }

    private static Stream<Damage> structured() {
        return Stream.of(
                added("anchors that explode", laughs(), "x.yaml:11:6: " + NO_ANCHORS + "'&a'"),
                added("an alias", "constants: {a: *b}", "x.yaml:10:16: " + NO_ANCHORS + "'*b'"),
                added("a merge key", "<<: {input: 3}", "x.yaml:10:1: merge keys are not accepted, found '<<'"),
                added(
                        "a class of Java",
                        "constants: !!java.net.URLClassLoader [x]",
                        "x.yaml:10:12: tags (!name) are not accepted, found '!!java.net.URLClassLoader'"),
                added(
                        "two documents",
                        "---\n" + GOOD,
                        "x.yaml:10:1: expected the end of the file, found another document"),
                added("a key twice", "name: better", "x.yaml:10:1: duplicate key 'name', first given on line 1"),
                changed(
                        "tabs",
                        "  gna",
                        "\tgna",
                        "x.yaml:8:1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                added(
                        "an escape of no character",
                        "constants: {a: \"\\UFFFFFFFF\"}",
                        "x.yaml:10:19: not YAML: an escape sequence that is not a character"),
                added("a key with line breaks", "\"a\\nb\": 1", "x.yaml:10:1: unknown key 'a\\nb' of a sweep file…"),
                text("a list", "- name: good\n", NO_MAPPING + "a list"));
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("constants:\n  a: &a [ha, ha]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = String.join(", ", Collections.nCopies(10, "*" + (char) (c - 1)));
            laughs.append("  %s: &%s [%s]\n".formatted(c, c, before));
        }
        return laughs.toString();
    }

    private static Stream<Damage> numbers() {
        return Stream.of(
                changed(
                        "1e999",
                        "duration: 10",
                        "duration: 1e999",
                        "x.yaml:4:11: the number 1e999 is too large; at most 1.8e308 is accepted"),
                changed(
                        "400 zeros",
                        "duration: 10",
                        "duration: 1" + "0".repeat(400),
                        "x.yaml:4:11: the number 1" + "0".repeat(59) + "… is too large; at most 1.8e308 is accepted"),
                changed(
                        "not a number",
                        "duration: 10",
                        "duration: .nan",
                        "x.yaml:4:11: 'duration' must be finite, found '.nan'"),
                changed(
                        "infinity",
                        "input: 0.1",
                        "input: 1/0",
                        "x.yaml:6:8: 'input' must be finite, found '1/0', which is infinite"),
                changed(
                        "a negative count",
                        "1, 5]",
                        "1, -5]",
                        "x.yaml:8:28: a count must be a whole number of at least 1, found '-5'"),
                changed(
                        "a count of 10^30",
                        "1, 5]",
                        "1, 1e30]",
                        "x.yaml:8:28: axis 'gna' has 1E+30 values; at most 10^15 are accepted"),
                changed(
                        "a count of 10^18",
                        "1, 5]",
                        "1, 1000000000000000000]",
                        "x.yaml:8:28: axis 'gna' has 1E+18 values; at most 10^15 are accepted"),
                changed(
                        "too many steps",
                        "step: 0.01",
                        "step: 1e-300",
                        "x.yaml:5:7: a duration of 10 in steps of 1E-300 takes 1E+301 steps; at most 10^12 are accepted"));
    }

    private static Stream<Damage> types() {
        return Stream.of(
                changed(
                        "a mapping for the name",
                        "name: good",
                        "name: {a: b}",
                        "x.yaml:1:7: 'name' must be a single value, found a mapping"),
                changed(
                        "a list for a number",
                        "duration: 10",
                        "duration: [10]",
                        "x.yaml:4:11: 'duration' must be a single value, found a list"),
                changed("a word for a number", "duration: 10", "duration: long", "x.yaml:4:11: …"),
                changed("yes for a number", "step: 0.01", "step: true", "x.yaml:5:7: …"),
                changed(
                        "a number for the axes",
                        "sweep:\n  gna: {linspace: [0.5, 1, 5], unit: mS}",
                        "sweep: 3",
                        "x.yaml:7:8: 'sweep' must be…"),
                changed(
                        "a word for the outputs",
                        "[spike_count, frequency_hz]",
                        "spike_count",
                        "x.yaml:9:10: 'outputs' must be a list, found 'spike_count'"),
                added(
                        "a list for constants",
                        "constants: [1]",
                        "x.yaml:10:12: 'constants' must be a mapping, found a list"),
                changed(
                        "an unknown function",
                        "input: 0.1",
                        "input: system(1)",
                        "x.yaml:6:8: unknown function 'system'…"));
    }
}
