package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Model files that try to be something else are quickly refused with a position. */
class HostileModelTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String GOOD = """
            name: M
            variables: {v: {initial: 0}}
            input: I
            spike: {variable: v, threshold: 1}
            """;

    /** Within two seconds of this thread's CPU time, since others may be using the machine. */
    private static void refuses(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String message = assertThrows(InputException.class, () -> ModelReader.read("m.yaml", bytes))
                .getMessage();
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        assertTrue(message.matches("m\\.yaml:\\d+:\\d+: .*"), message);
        assertTrue(message.length() < 400, message);
        assertTrue(took.toSeconds() < 2, took::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equations: {v: 'v; System.exit(1)'}",
                "equations: {v: 'java.lang.System.exit(1)'}",
                "equations: {v: '/* */ v'}",
                "equations: {v: '} static { throw new Error(); } {'}",
                "equations: {v: \"v\\u003b\"}",
                "equations: {v: !!javax.script.ScriptEngineManager [v]}",
                "equations: !!java.util.HashMap {v: v}",
                "equations: {v: !!int 3}\ntitle: !<tag:yaml.org,2002:java.lang.Runtime> x",
                "equations: {v: &a v}\nlet: {b: *a}",
                "equations: &a {v: *a}",
                "equations: &a [*a]",
                "equations: {<<: {v: v}}",
                "equations: {v: v}\n---\nname: N",
                "equations: {v: [v]}",
                "equations: {v: }",
                "equations: {v: {v: v}}",
                "equations: {'v; int x': v}",
                "equations: {v: v}\nlet: {class: 1, 'a b': 2}",
                "equations: {v: v}\nlet: {'v\\u003b': 2}",
                "equations: {v: v}\nlet: {ｖ: 2}",
                "equations: {v: v}\nparameters: {p: {default: t}}",
                "equations: {v: v}\nparameters: {p: {default: .nan}}",
                "equations: {v: v}\nparameters: {p: {default: 1e999}}",
                "equations: {v: v}\nparameters: {p: {default: 0x10}}",
                "? {v: v}\n: equations",
                "equations: {v: v}\ntime: [ms]",
                "equations: {v: v}\ntime: ms ms//ms",
            })
    void whatIsNoModelIsRefused(String rest) {
        refuses(GOOD + rest + "\n");
    }

    @Test
    void explodingAnchorsAreRefused() {
        StringBuilder laughs = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c < 'q'; c++) {
            String before = "*" + (char) (c - 1);
            laughs.append(c).append(": &").append(c).append(" [");
            laughs.append(String.join(", ", Collections.nCopies(10, before)));
            laughs.append("]\n");
        }
        refuses(laughs.toString());
        refuses(GOOD + "equations: {v: v}\n" + laughs);
    }

    @Tag("thorough")
    @Test
    void whatIsTooMuchIsRefused() {
        refuses(GOOD + "equations: {v: " + "(".repeat(10_000) + "v" + ")".repeat(10_000) + "}\n");
        refuses(GOOD + "equations: {v: " + "v + ".repeat(250_000) + "v}\n");
        refuses(GOOD + "equations: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n");
        refuses(GOOD + "equations: " + "{a: ".repeat(100_000) + "}".repeat(100_000) + "\n");
        refuses(GOOD + "equations: {v: v}\nunits: " + "x".repeat(1_000_000));
        refuses(GOOD + "equations: {" + names("a%d: v", 60_000) + "}\n");
        refuses(GOOD + "equations: {v: v}\nlet: {" + names("a%d: v", 60_000) + "}\n");
        refuses(GOOD + "equations: {v: v}\nparameters: {" + names("a%d: {default: 1}", 40_000) + "}\n");
        refuses(GOOD + "equations: {v: v}\ntime: " + "m".repeat(900_000) + "\n");
        refuses(GOOD + "equations: {v: v, " + "w".repeat(900_000) + ": v}\n");
        refuses(GOOD.replace("name: M", "name: " + "M".repeat(900_000)) + "equations: {v: v}\n");
        refuses(GOOD.replace("variable: v", "variable: " + "v".repeat(900_000)) + "equations: {v: v}\n");
    }

    /** Units that double in every line do not explode. */
    @Test
    void growingUnitsAreHeldSmall() {
        String let = IntStream.range(1, 900)
                .mapToObj(i -> "  a" + i + ": a" + (i - 1) + " * a" + (i - 1) + "\n")
                .collect(Collectors.joining());
        String model = GOOD.replace("variables: {v: {initial: 0}}", "variables: {v: {initial: 0, unit: mV/cm^2}}")
                + "let:\n  a0: v\n" + let + "equations: {v: a899}\n";
        refuses(model);
        refuses(model.replace("a899}", "a899 + v}"));
    }

    private static String names(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }
}
