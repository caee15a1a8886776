package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Sweeps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For any text, a sweep is read or an {@link InputException} thrown, quickly and with little memory. */
class HostileTextTest {
    private static final String GOOD = SHORT + """
            constants: {area: 7.854e-3}
            parameters: {gna: density * area, gk: "max(0.2, area)"}
            initial: {v: -65}
            sweep:
              density: {linspace: [50, 200, 20], unit: mS/cm²}
              vl: [-54.387, -60]
            noise: {kind: ornstein-uhlenbeck, mean: 0.1, sigma: area, tau: "abs(area)", seed: 3}
            spike: {variable: v, threshold: 0, rearm: -20, refractory: 1}
            outputs: [spike_count, v_final, trace_v]
            trace_every: 0.1
            """;

    private static final String GOOD_CIRCUIT = """
            name: x
            circuit:
              cells: {a: {model: HH, count: 2, spike: {threshold: 0}}, b: {model: Izhikevich, parameters: {d: 6}}}
              synapses:
                gap: {type: Electrical, between: [a1, a2], parameters: {g: 1e-3}}
                ring: {type: STDP, ring: a, initial: {s: 0.5}}
            duration: 10
            step: 0.1
            input: {a1: 0.1 * p, b: "pulse(t, 1, 2)"}
            parameters: {gap.g: 0.1*p, ring.tau_syn: 3}
            initial: {ring.a1_a2.s: 1, b.v: -70}
            sweep: {p: [1, 2], a1.gna: {linspace: [1, 2, 3]}, a2.input: [0, 1]}
            where: a1.gna > p - 2
            outputs: [a1_spike_count, a1_a2_phase, b_v_final, trace_b_v]
            """;

    @Test
    void windowsLineEndsAndByteOrderMarkAreAccepted() {
        assertEquals(hash(read(GOOD)), hash(read("\uFEFF" + GOOD.replace("\n", "\r\n"))));
    }

    static Stream<String> good() {
        return Stream.of(GOOD, GOOD_CIRCUIT);
    }

    @ParameterizedTest
    @MethodSource("good")
    void everyTruncationIsReadOrRefused(String good) {
        read(good);
        for (int length = 0; length < good.length(); length++) {
            readOrRefuse(good.substring(0, length).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("good")
    void everyMutationIsReadOrRefused(String good) {
        Random random = new Random(42);
        byte[] letters = "{}[]:,-+*/^()#&!|>'\"%@`?= \n\t0e.\u00ff\0x".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] text = good.getBytes(StandardCharsets.UTF_8);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                text[random.nextInt(text.length)] = letters[random.nextInt(letters.length)];
            }
            readOrRefuse(text);
        }
    }

    @Test
    void textThatIsNoMappingIsRefused() {
        assertEquals("x.yaml:1:1: the file is empty; expected a YAML mapping (key: value)", fault(""));
        assertEquals(
                "x.yaml:1:1: expected a YAML mapping (key: value), found 'no YAML at all'", fault("no YAML at all"));
        assertEquals("x.yaml:1:1: expected a YAML mapping (key: value), found a list", fault("- a\n"));
        assertEquals("x.yaml:2:1: not YAML: expected ',' or ']', but got <stream end>", fault("a: [1\n"));
        assertEquals(
                "x.yaml:2:1: not YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)",
                fault("sweep:\n\tgna: [1]\n"));
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin1 = "name: x\ndescription: µA\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("x.yaml:2:14: the byte 0xB5 is not UTF-8; save the file as text in UTF-8", refusal(latin1));
        assertTrue(refusal("name: x\n".getBytes(StandardCharsets.UTF_16)).startsWith("x.yaml"));
    }

    @Test
    void anchorsTagsAndFurtherDocumentsAreRefused() {
        assertEquals(
                "x.yaml:1:7: anchors and aliases (&name, *name) are not accepted, found '&a'", fault("name: &a x\n"));
        assertEquals(
                "x.yaml:1:7: tags (!name) are not accepted, found '!!java.net.URL'", fault("name: !!java.net.URL x\n"));
        assertEquals(
                "x.yaml:6:1: expected the end of the file, found another document", fault(SHORT + "---\n" + SHORT));
        assertEquals("x.yaml:6:1: merge keys are not accepted, found '<<'", fault(SHORT + "<<: {input: 3}\n"));
    }

    @Test
    void deepNestingIsRefused() {
        assertTrue(fault(SHORT + "sweep: " + "[".repeat(10_000)).startsWith("x.yaml"));
        assertTrue(fault(SHORT + "sweep: " + "{a: ".repeat(5_000)).startsWith("x.yaml"));
        assertTrue(fault(SHORT + "parameters: {gna: " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "}\n")
                .startsWith("x.yaml:6:"));
        assertTrue(fault(SHORT + "parameters: {gna: " + "1 + ".repeat(2_000) + "1}\n")
                .startsWith("x.yaml:6:"));
    }

    @Test
    void largeFilesAreReadOrRefusedInTime() {
        assertTimeout(Duration.ofSeconds(60), () -> {
            assertTrue(fault("# " + "x".repeat(5 << 20)).startsWith("x.yaml: "));
            String list =
                    IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
            assertEquals(
                    100_000,
                    read(SHORT + "sweep: {gna: [" + list + "]}\n").space().size());
            assertEquals(
                    "x.yaml:6:8903: 'a1000' is one too many: at most 1000 constants and axes are accepted",
                    fault(SHORT + "constants: {" + names(2_000) + "}\n"));
            assertTrue(fault(SHORT + "sweep: {gna: {" + names(2_000) + "}}\n").contains("unknown key 'a0'"));
            assertTrue(fault(SHORT + "constants: {" + names(60_000) + "}\n")
                    .endsWith("more keys than a file may have (10000)"));
        });
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": 1").collect(Collectors.joining(", "));
    }

    private static void readOrRefuse(byte[] text) {
        try {
            SweepReader.read("x.yaml", text, Sweeps.NO_FILES, List.of());
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("x.yaml"), e.getMessage());
            assertTrue(e.getMessage().lines().count() <= 2, e.getMessage());
        }
    }

    private static String refusal(byte[] text) {
        return assertThrows(InputException.class, () -> SweepReader.read("x.yaml", text, Sweeps.NO_FILES, List.of()))
                .getMessage();
    }
}
