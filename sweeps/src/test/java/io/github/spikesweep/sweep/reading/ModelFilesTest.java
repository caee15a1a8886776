package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models from files beside the sweep file. */
class ModelFilesTest {
    private static final String DECAY = """
            name: Decay
            variables: {u: {initial: 1}}
            parameters: {rate: {default: 0.5, unit: 1/ms}}
            input: J
            equations: {u: J - rate * u}
            spike: {variable: u, threshold: 2}
            """;

    @Test
    void modelIsReadFromAFile() {
        SweepDefinition definition = read("model: cells/decay.yaml\nsweep: {rate: [1, 2]}\n");
        assertEquals("Decay", definition.models().get(0).name());
        assertEquals("1/ms", definition.columns().get(1).unit());
    }

    @Test
    void fileStandsBesideBuiltInModelsOnAnAxis() {
        SweepDefinition definition = read("sweep: {model: [HH, cells/decay.yaml]}\nparameters: {rate: 2, gna: 1}\n");
        assertEquals(List.of("HH", "Decay"), Sweeps.values(definition, "model"));
    }

    /** It describes the model and does not change the table. */
    @Test
    void longestStepIsNotHashed() {
        SweepDefinition stated = read("model: cells/stated.yaml\n");
        assertEquals(0.5, stated.models().get(0).longestStep());
        assertEquals(hash(read("model: cells/decay.yaml\n")), hash(stated));
    }

    @Test
    void faultsOfTheModelFileNameThatFile() {
        assertEquals(
                "runs/cells/broken.yaml:1:1: unknown key 'nme' of a model; did you mean 'name'? (name, title, source, time,"
                        + " variables, parameters, input, functions, let, equations, next, reset, hold, spike, longest_step)",
                fault("model: cells/broken.yaml\n"));
    }

    @Test
    void columnsOfVariablesMayDifferOnlyInCase() {
        SweepDefinition twins = read("model: cells/twins.yaml\noutputs: [u_final, U_final]\n");
        assertEquals(
                List.of("u_final", "U_final"),
                twins.columns().stream()
                        .map(Column::name)
                        .filter(name -> name.endsWith("_final"))
                        .toList());
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        assertEquals(
                "runs/x.yaml:4:8: cannot read the model file 'none.yaml': there is no such file",
                fault("model: none.yaml\n"));
        assertEquals(
                "runs/x.yaml:4:8: cannot read the model file 'secret.yml': permission denied",
                fault("model: secret.yml\n"));
    }

    @Test
    void refusesFilesElsewhere() {
        for (String path : List.of(
                "../decay.yaml",
                "/decay.yaml",
                "cells/../../decay.yaml",
                "file:///decay.yaml",
                "C:/decay.yaml",
                "a//b.yaml",
                "~/../a.yaml")) {
            assertEquals(
                    "runs/x.yaml:4:8: a model file must be beside or below the sweep file, as in models/mine.yaml; found '"
                            + path + "'",
                    fault("model: " + path + "\n"));
        }
    }

    @Test
    void readsFilesOfAnyName() {
        for (String path : List.of(
                "a b.yaml",
                "%20.yaml",
                "[a].yaml",
                "{a,b}.yaml",
                "a:b.yaml",
                "-.yaml",
                "#1 'x' & *?~.yaml",
                "u\u0308.yaml")) {
            assertEquals(
                    "Decay",
                    read("model: \"cells/odd/" + path + "\"\n").models().get(0).name(),
                    path);
        }
    }

    @Test
    void namesTheCharacterThatAPathMayNotHave() {
        for (String path : List.of("C:\\decay.yaml", "..\\decay.yaml")) {
            assertEquals(
                    "runs/x.yaml:4:8: the path of a model file has the character \\; folders are separated by /,"
                            + " as in models/mine.yaml; found '" + path + "'",
                    fault("model: " + path + "\n"));
        }
        assertEquals(
                "runs/x.yaml:4:8: the path of a model file has the control character \\u0000: 'a\\u0000.yaml'",
                fault("model: \"a\\0.yaml\"\n"));
        assertEquals(
                "runs/x.yaml:4:8: the path of a model file has the control character \\n: 'a\\nb.yaml'",
                fault("model: \"a\\nb.yaml\"\n"));
    }

    private static SweepDefinition read(String lines) {
        byte[] text = (Sweeps.MODELLESS + lines).getBytes(StandardCharsets.UTF_8);
        return SweepReader.read("runs/x.yaml", text, ModelFilesTest::file, List.of());
    }

    private static String fault(String lines) {
        return assertThrows(InputException.class, () -> read(lines)).getMessage();
    }

    private static byte[] file(String path) throws IOException {
        if (path.startsWith("cells/odd/")) {
            return DECAY.getBytes(StandardCharsets.UTF_8);
        }
        return switch (path) {
            case "cells/decay.yaml" -> DECAY.getBytes(StandardCharsets.UTF_8);
            case "cells/stated.yaml" -> (DECAY + "longest_step: 0.5\n").getBytes(StandardCharsets.UTF_8);
            case "cells/twins.yaml" ->
                DECAY.replace("{initial: 1}", "{initial: 1}, U: {initial: 1}")
                        .replace("rate * u", "rate * u, U: U")
                        .getBytes(StandardCharsets.UTF_8);
            case "cells/broken.yaml" -> "nme: x\n".getBytes(StandardCharsets.UTF_8);
            case "secret.yml" -> throw new AccessDeniedException(path);
            default -> throw new NoSuchFileException(path);
        };
    }
}
