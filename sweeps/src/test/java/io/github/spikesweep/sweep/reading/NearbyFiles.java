package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.sweep.SweepDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The models and tables that the tests' sweep files name. Other files are those beside the shipped sweeps. */
public final class NearbyFiles {
    private static final Map<String, String> CONTENTS = Map.of(
            "cells/mine.yaml",
            """
            name: Mine
            variables: {u: {initial: 1}}
            parameters:
              rate: {default: 0.5, unit: 1/ms}
              gna: {default: 1, unit: mS}
              a: {default: 1}
              b: {default: 1}
              c: {default: 1}
              d: {default: 1}
            input: J
            equations: {u: J - rate * u - gna - a*b*c*d}
            spike: {variable: u, threshold: 2}
            """,
            "cells/pair.yaml",
            """
            name: Pair
            cells: {a: HH, b: {model: HH}}
            synapses: {leak: {type: leak.yaml, between: [a, b]}}
            """,
            "cells/leak.yaml",
            """
            kind: synapse
            name: Leak
            parameters: {g: {default: 0.1}}
            current: g * (v_post - v_pre)
            """,
            "tables/pairs.csv",
            "p,q\n1,2\n3,4\n5,6\n",
            "pairs.jsonl",
            "{\"p\": 1, \"q\": 2}\n{\"p\": 3, \"q\": 4}\n",
            "neurons.csv",
            "model,p,q\nHH,1,1\nHR,2,2\ncells/mine.yaml,3,3\nHH,4,4\n");

    private NearbyFiles() {}

    /** The sweep in {@code text}, as a file beside these. */
    public static SweepDefinition sweep(String text) {
        return SweepReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), NearbyFiles::read, List.of());
    }

    private static byte[] read(String path) throws IOException {
        if (path.equals("my-neuron.yaml")) {
            return modelOfThePage("TiringLIF").getBytes(StandardCharsets.UTF_8);
        }
        return CONTENTS.containsKey(path)
                ? CONTENTS.get(path).getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(Path.of(path));
    }

    /** The complete model of that name on the page about model files: indented lines. */
    static String modelOfThePage(String name) throws IOException {
        return Files.readAllLines(Path.of("MODELS.md")).stream()
                .dropWhile(line -> !line.equals("    name: " + name))
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
    }
}
