package io.github.spikesweep.sweep.writing;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps written back as sweep files. */
class SweepTextTest {
    private static final String DECAY = """
            name: Decay
            variables: {u: {initial: 1}}
            parameters: {rate: {default: 0.5, unit: 1/ms}}
            input: J
            equations: {u: J - rate * u}
            spike: {variable: u, threshold: 2}
            """;

    @Test
    void axesThatRunByThemselvesAreAMapping() {
        assertEquals("""
                name: x
                description: Frequency, and what it costs
                neuron: HHDoubleRK4
                duration: 10
                step: 0.01
                transient: 2.5
                input: 0.1 * a * pulse(t, 1, 0.5)
                parameters:
                  gk: max(0.2, 3 * 0.1 * a)
                initial:
                  v: -60
                sweep:
                  a: {values: [0.3333333333333333, -1], label: "g_{Na}", unit: mS/cm², description: "a: mine"}
                  gna: {linspace: [0.4, 1.6, 1000]}
                  gl: {logspace: [0.001, 0.1, 3]}
                  vl: {range: [-70, -50, 5]}
                where: gna > 2 * gl
                spike: {refractory: 1}
                outputs: [spike_count, trace_v]
                trace_every: 0.01
                audit: {fraction: 0.5, seed: 1}
                """, written(SHORT.replace("input: 0.1\n", "") + """
                # What is said here is lost.
                description: "Frequency, and what it costs"
                constants: {half: 1/2, tenth: 0.1}
                parameters: {gk: "max(0.2, 3*tenth*a)"}
                initial: {v: -60}
                sweep:
                  a: {values: [1/3, -1], label: "g_{Na}", unit: mS/cm², description: "a: mine"}
                  gna: {linspace: [0.4, 1.6, 1e3]}
                  gl: {logspace: [1e-3, 0.1, 3]}
                  vl: {range: [-70, -50, 5]}
                input: "0.1*a*pulse(t, 1, half)"
                transient: 5 * half
                where: ((gna)) > 2*gl
                spike: {refractory: 2 * half}
                outputs: [trace_v, spike_count]
                audit: {fraction: half}
                """));
    }

    @Test
    void axesThatRunTogetherAreInBlocks() {
        assertEquals("""
                name: x
                neuron: HHDoubleRK4
                duration: 10
                step: 0.01
                input: 0.1 * (a + b + c)
                sweep:
                  - grid:
                      gna: [0.5, 1]
                      gk: [0.3]
                  - zip:
                      a: [1, 2]
                      b: {linspace: [0, 1, 2], label: B}
                  - grid:
                      c: [1, 1, 2]
                  - sample:
                      method: uniform
                      count: 4
                      seed: 1
                      within:
                        gl: {log-uniform: [0.002, 0.003], label: gL}
                        vl: {normal: [-54, 2]}
                  - sample:
                      method: lhs
                      count: 1000000000
                      seed: 7
                      within:
                        vk: {uniform: [-80, -70]}
                  - sample:
                      method: sobol
                      count: 16
                      skip: 0
                      within:
                        vna: {uniform: [50, 60]}
                        cm: {log-uniform: [1, 2]}
                  - sample:
                      method: halton
                      count: 3
                      seed: 2
                      skip: 1
                      within:
                        v: {normal: [-65, 1]}
                  - sample:
                      method: saltelli
                      count: 8
                      seed: 1
                      second_order: true
                      within:
                        m: {uniform: [0.1, 0.2]}
                        h: {normal: [0.5, 0.01]}
                  - sample:
                      method: morris
                      count: 5
                      seed: 3
                      levels: 4
                      within:
                        n: {uniform: [0.1, 0.2]}
                  - replicates: 5
                outputs: [spike_count]
                """, written("""
                name: x
                neuron: HHDoubleRK4
                duration: 10
                step: 0.01
                input: 0.1 * (a + b + c)
                outputs: [spike_count]
                sweep:
                  - grid: {gna: [0.5, 1]}
                  - grid: {gk: [0.3]}
                  - zip: {a: [1, 2], b: {linspace: [0, 1, 2], label: B}}
                  - zip: {c: [1, 1, 2]}
                  - sample: {method: log-uniform, count: 4, within: {gl: {log-uniform: [0.002, 0.003], label: gL, unit: mS}, vl: {normal: [-54, 2]}}}
                  - sample: {method: lhs, count: 1e9, seed: 7, within: {vk: [-80, -70]}}
                  - sample: {method: sobol, count: 16, within: {vna: [50, 60], cm: {log-uniform: [1, 2]}}}
                  - sample: {method: halton, count: 3, skip: 1, seed: 2, within: {v: {normal: [-65, 1]}}}
                  - sample: {method: saltelli, count: 8, second_order: true, within: {m: [0.1, 0.2], h: {normal: [0.5, 0.01]}}}
                  - sample: {method: morris, count: 5, seed: 3, within: {n: [0.1, 0.2]}}
                  - replicates: 5
                """));
    }

    @Test
    void pointsOfATableAreAZip() {
        assertEquals("""
                name: x
                precision: double
                integrator: RK4
                duration: 10
                step: 0.01
                sweep:
                  - zip:
                      model: {values: [HH, cells/decay.yaml, HH], description: which}
                      gna: [1, 2, 0.5]
                  - grid:
                      gk: [0.3, 0.3, 0.2]
                where: (model == HH) * (gna > 1) + (model != Decay)
                outputs: [status]
                """, written(MODELLESS + """
                sweep:
                  - table: {path: points.jsonl, columns: {model: {description: which}, gna: }}
                  - table: {path: points.jsonl, columns: [gk]}
                where: (model == HH)*(gna > 1) + (Decay != model)
                outputs: [status]
                """));
    }

    @Test
    void neuronIsOneWordWhereItFits() {
        assertTrue(written(MODELLESS + "model: HR\nprecision: float\n").contains("\nneuron: HRFloatRK4\nduration"));
        assertTrue(written("name: x\nmodel: Rulkov\nduration: 10\n")
                .contains("\nneuron: RulkovDoubleMap\nduration: 10\no"));
        assertTrue(written(MODELLESS + "model: cells/decay.yaml\n")
                .contains("\nmodel: cells/decay.yaml\nprecision: double\nintegrator: RK4\nduration"));
        assertTrue(written("name: x\nmodel: 'maps, mine/map.yaml'\nduration: 10\n")
                .contains("\nmodel: maps, mine/map.yaml\nprecision: double\nduration: 10\no"));
        assertTrue(written("name: x\nduration: 10\nsweep: {model: [Rulkov, 'maps, mine/map.yaml']}\n")
                .contains("  model: [Rulkov, \"maps, mine/map.yaml\"]\n"));
        assertTrue(written("""
                        name: x
                        duration: 10
                        model: HR
                        sweep: {integrator: [RK4, DormandPrince]}
                        step: 0.1
                        tolerance: 1e-11
                        """)
                .contains("\nmodel: HR\nprecision: double\nduration: 10\nstep: 0.1\ntolerance: 1e-11\nsweep:\n"));
    }

    @Test
    void whatAnAxisSetsIsSetByNothingElse() {
        String text = written("""
                name: x
                model: HR
                duration: 10
                sweep: {step: [0.1, 0.01], input: [0, 1], e: [1, 2], x: [0]}
                parameters: {mu: 0.002}
                """);
        assertTrue(text.contains("\nduration: 10\nparameters:\n  mu: 0.002\nsweep:\n  step: [0.1, 0.01]\n"), text);
    }

    @Test
    void spikesAreAskedForAsInTheFile() {
        String both = MODELLESS + "sweep: {model: [HH, HR]}\n";
        assertTrue(written(both + "spike: {variable: m, rearm: -1, threshold: 1/2}\n")
                .contains("\nspike: {variable: m, threshold: 0.5, rearm: -1}\n"));
        assertTrue(written(both + "spike: {onset_slope: 3}\n").contains("\nspike: {onset_slope: 3}\n"));
        assertFalse(written(both).contains("spike:"));
    }

    @Test
    void noiseIsWrittenWhole() {
        String text =
                written(SHORT + "noise: {kind: ornstein-uhlenbeck, sigma: 'max(s, 0)', tau: 2}\nsweep: {s: [1]}\n");
        assertTrue(text.contains("""
                noise:
                  kind: ornstein-uhlenbeck
                  mean: 0
                  sigma: max(s, 0)
                  tau: 2
                  seed: 1
                """), text);
    }

    @Test
    void severalConstraintsAreAList() {
        assertTrue(written(SHORT + "sweep: {gna: [1, 2], gk: [1, 2]}\nwhere: [gna > gk, 'max(gna, gk) < 3']\n")
                .contains("\nwhere:\n  - gna > gk\n  - max(gna, gk) < 3\n"));
    }

    @Test
    void axisThatIsCalledLikeABlockStandsInOne() {
        assertTrue(written(SHORT + "sweep: [{grid: {zip: [1, 2]}}]\nparameters: {gna: zip}\n")
                .contains("sweep:\n  - grid:\n      zip: [1, 2]\n"));
    }

    /** In these, the default spacing gives a trace of one value, and rounding makes it longer than the time. */
    @Test
    void spacingOfATraceIsAcceptedWhereItIsChosen() {
        written(HH + "duration: 0.3\ntransient: 0.2\nstep: 0.1\noutputs: [trace_v]\n");
        assertTrue(written("""
                        name: x
                        model: HH
                        integrator: DormandPrince
                        tolerance: 0.1
                        duration: 1000
                        transient: 999.75
                        outputs: [trace_v]
                        """).contains("\ntrace_every: 0.25\n"));
    }

    @Test
    void zeroKeepsItsSign() {
        String text = written(HH.replace("0.1", "-0.0") + "duration: 10\nstep: 0.1\ntransient: -0.0\n");
        assertTrue(text.contains("transient: -0\ninput: -0\n"), text);
    }

    @Test
    void axisMayBeCalledLikeInfinity() {
        assertTrue(written(SHORT + "sweep: {inf: [1]}\nparameters: {gna: -(inf), gk: inf}\n")
                .contains("  gna: -inf\n"));
    }

    @Test
    void describedInLinesIsWrittenInLines() {
        String text = "description: |%s\n  a: # %s\n\n    - indented \"so\"\n  µ 𝄞\n";
        assertTrue(written(SHORT + text.formatted("", "b")).contains(text.formatted("", "b")));
        assertTrue(written(SHORT + text.formatted("-", "b")).contains(text.formatted("-", "b")));
        assertTrue(written(SHORT + "description: >\n  a\n  b\n").contains("description: |\n  a b\n"));
        assertTrue(written(SHORT + "description: \" a\\n b\"\n").contains("description: \" a\\n b\"\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a ",
                "- a",
                "-",
                "-a",
                "---",
                "...",
                "? a",
                "a: b",
                "a:",
                ":a",
                "a #b",
                "a#b",
                "#",
                "[a]",
                "{a}",
                "a, b",
                ",",
                "'",
                "\"",
                "a'b",
                "a\"b",
                "\\",
                "\\n",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "@a",
                "`a",
                "%a",
                "a%",
                "<<",
                "=",
                "~",
                "null",
                "true",
                "1e3",
                "2001-01-01",
                "a\nb",
                "a\n\n\nb\n",
                "\n",
                "\na",
                "a\n b",
                " a\nb",
                "a\tb",
                "\ta",
                "a\r\nb",
                "a\u0000b",
                "\u0007",
                "\u0085",
                "\u00a0",
                "\u00ad",
                "a\u2028b",
                "\ufeff",
                "\uffff",
                "µ",
                "Ω cm²",
                "漢字",
                "\ud834\udd1e",
                "\udbff\udfff",
                "\u202e",
                "e\u0301"
            })
    void textOfStrangersIsReadBack(String text) {
        assertReadBack(text);
    }

    @Property(tries = 500)
    void anyTextIsReadBack(@ForAll @From("texts") String text) {
        assertReadBack(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings()
                        .withChars(" \n\t:#-,[]{}'\"\\&*!|>%@`?=<~.ab1é")
                        .ofMaxLength(12));
    }

    private static void assertReadBack(String text) {
        String said = quoted(text);
        SweepDefinition definition =
                read(SHORT + "description: " + said + "\nparameters: {gna: a}\nsweep: {a: {values: [1], label: " + said
                        + ", description: " + said + "}}\n");
        assertEquals(text, definition.description());
        assertEquals(text, definition.space().axes().get(0).label());
        assertEquals(definition, read(SweepText.of(definition)));
    }

    /** A value in YAML, whatever its content. */
    private static String quoted(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }

    /** Expressions of the largest accepted size, with constants that are longer than their names. */
    @Test
    void expressionsThatBarelyFitStillDo() {
        String constants = "constants: {a: 0.1234567890123456, b: -1.234567890123456e-300}\nsweep: {c1: [1, 2]}\n";
        for (String expression : List.of(
                "c1" + "+a".repeat(1_000),
                "c1" + "+b".repeat(1_000),
                "c1+a" + "+b+a".repeat(499),
                "c1 " + "* a".repeat(1_000),
                "c1+(".repeat(49) + "b^c1" + ")".repeat(49),
                "c1+" + "exp(".repeat(99) + "b" + ")".repeat(99),
                "c1" + "^b".repeat(100),
                "c1" + "+1e14".repeat(1_000),
                "c1" + ("+" + "c1*".repeat(9) + "c1").repeat(100),
                "-".repeat(99) + "c1")) {
            written(SHORT + constants + "parameters: {gna: " + expression + "}\n");
        }
        String axis = "a".repeat(64);
        written(SHORT + constants + "where: c1" + "+b".repeat(1_000) + "\nparameters: {gna: c1}\n");
        written(SHORT + "parameters: {gna: " + axis + ("+" + axis).repeat(152) + "}\nsweep: {" + axis + ": [1]}\n");
    }

    @Test
    void constantsThatAreNeededAreCalledLikeNothingElse() {
        String text = written(SHORT + "constants: {k: 0.123456789012345}\nsweep: {c1: [1], c3: [2]}\n"
                + "parameters: {gna: c1" + "+k".repeat(900) + ", gk: c3" + "+(k+1)".repeat(499) + "}\n");
        assertTrue(text.contains("\nconstants:\n  c2: 0.123456789012345\nparameters:\n  gna: c1+c2+c2"), text);
    }

    @Test
    void everyShippedSweepIsReadBack() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                FileSource beside = named -> Files.readAllBytes(folder.resolve(named));
                SweepDefinition definition = SweepReader.read("x.yaml", Files.readAllBytes(file), beside, List.of());
                byte[] text = SweepText.of(definition).getBytes(StandardCharsets.UTF_8);
                SweepDefinition again = SweepReader.read("x.yaml", text, beside, List.of());
                assertEquals(definition, again);
                assertEquals(CanonicalText.of(definition), CanonicalText.of(again));
            }
        }
    }

    @Tag("thorough")
    @Test
    void listTooLongForAFileIsNotWritten() {
        String list =
                IntStream.range(0, 400).mapToObj(i -> "0.1234567890123456").collect(Collectors.joining(","));
        SweepDefinition small = read(SHORT + "sweep: {gna: [" + list + "]}\n");
        assertEquals(Optional.of(SweepText.of(small)), SweepText.ofFile(small));
        SweepDefinition large = withPoints("{\"gna\": 1}\n".repeat(350_000));
        assertEquals(Optional.empty(), SweepText.ofFile(large));
        SweepDefinition wide = withPoints("{\"gna\": 0.123456}\n".repeat(110_000));
        assertTrue(SweepText.of(wide).length() > DocumentReader.LARGEST);
        assertEquals(Optional.empty(), SweepText.ofFile(wide));
    }

    @Test
    void unitOfNamesInATableIsRefusedAsElsewhere() {
        String columns = "sweep: [{table: {path: points.jsonl, columns: {model: {unit: m}}}}]\n";
        assertEquals(
                "x.yaml:4:56: unknown key 'unit' of column 'model'; accepted: label, description",
                assertThrows(InputException.class, () -> readAll(MODELLESS + columns))
                        .getMessage());
    }

    /** The written sweep, which must be read back as the same. */
    private static String written(String text) {
        SweepDefinition definition = readAll(text);
        String written = SweepText.of(definition);
        SweepDefinition again = readAll(written);
        assertEquals(definition, again, written);
        assertEquals(definition.hashCode(), again.hashCode());
        assertEquals(CanonicalText.of(definition), CanonicalText.of(again));
        assertEquals(definition.columns(), again.columns());
        assertEquals(written, SweepText.of(again));
        return written;
    }

    private static SweepDefinition readAll(String text) {
        return SweepReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), SweepTextTest::file, List.of());
    }

    private static SweepDefinition withPoints(String points) {
        return SweepReader.read(
                "x.yaml",
                (SHORT + "sweep: [{table: {path: p.jsonl}}]\n").getBytes(StandardCharsets.UTF_8),
                path -> points.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    private static byte[] file(String path) throws IOException {
        String text = switch (path) {
            case "cells/decay.yaml" -> DECAY;
            case "maps, mine/map.yaml" -> DECAY.replace("equations", "next").replace("Decay", "Mine");
            case "points.jsonl" -> """
                            {"model": "HH", "gna": 1, "gk": 0.3}
                            {"model": "cells/decay.yaml", "gna": 2, "gk": 0.3}
                            {"model": "HH", "gna": 0.5, "gk": 0.2}
                            """;
            default -> throw new NoSuchFileException(path);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
