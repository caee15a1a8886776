package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor does not mark what the reader accepts. */
class SchemaAcceptsTest {
    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedFilesNameTheSchemaAndFollowIt(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertEquals("# yaml-language-server: $schema=sweep.schema.json", lines.get(0));
        assertTrue(lines.get(1).startsWith("# "), "what it is for, in a line");
        assertAccepted(Files.readString(file));
    }

    static Stream<String> examples() {
        return LanguagePage.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesOfThePageFollowIt(String example) {
        assertAccepted(example);
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void unusualWritingsAreAccepted(String text) {
        assertAccepted(text);
    }

    static Stream<String> unusual() {
        String file = "name: 3\nneuron: 'HHDoubleRK4'\nduration: '10'\nstep: +1e-1\n";
        String circuit = "name: x\nduration: 10\nstep: 0.1\ncircuit: ";
        return Stream.of(
                file + "description: 2026-01-01\n",
                file + "description: on\ninput: .5\n",
                file + "description: |\n  two\n  lines\n",
                file + "input: >-\n  0.1\n  + 0.2\n",
                file + "constants: {yes: 1, y: 2, on: yes + 1}\ninput: on\nparameters: {}\ninitial: {}\n",
                file + "constants: {nan: 1, inf: 2, e: nan}\ninput: inf\n",
                file + "sweep: {}\n",
                file + "sweep: {y: [1]}\ninput: y\nwhere: y\n",
                file + "sweep: {gna: {values: ['1', 1., +.5e0]}}\n",
                file + "sweep: {p: {values: [1], unit: true, label: 1e3, description: ''}}\ninput: 0.1 * p\n",
                file + "outputs: [status, diverged_at_ms]\n",
                circuit
                        + "{cells: {a: HH, b: HH}}\ninput: {a: 0.1}\nsweep: {b.input: [1], a.v: [-60]}\nwhere: a.v < 0 and b.input > 0\n",
                circuit + "{name: true, cells: {a: {model: HH, count: '1', parameters: {gna: '1/3'}}}, synapses: {}}\n",
                circuit + "{cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, ring: [a, b]}}}\n"
                        + "initial: {s.a_b.x: 1}\nsweep: [{zip: {s.b_a.x: [1, 2], s.g: [3, 4]}}]\noutputs: [s_a_b_x_max]\n",
                "name: x\nmodel: cells/pair.yaml\nduration: 10\nstep: 0.1\ninput: {a: 1, b: t}\nsweep: {leak.g: [1]}\n",
                file + "sweep:\n- table:\n    path: tables/pairs.csv\n    columns: {q: '', p: }\ninput: p + q\n");
    }

    @Provide
    Arbitrary<String> sweeps() {
        return Arbitraries.randomValue(DrawnSweep::text);
    }

    @Tag("thorough")
    @Property(tries = 1000)
    void drawnSweepsAreAccepted(@ForAll("sweeps") String text) {
        assertAccepted(text);
        Entry.Section file = DocumentReader.read("x.yaml", text);
        String again = YamlText.of(file);
        assertEquals(hash(NearbyFiles.sweep(text)), hash(NearbyFiles.sweep(again)), again);
    }

    private static void assertAccepted(String text) {
        NearbyFiles.sweep(text);
        assertEquals(List.of(), SweepSchema.SHIPPED.faults(text), text);
    }
}
