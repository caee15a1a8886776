package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFilesTest {
    private static final String WITH_MODEL = """
            name: own
            model: %s
            precision: double
            integrator: RK4
            duration: 1
            step: 0.1
            """;

    private static final String DECAY = """
            name: Decay
            variables: {u: {initial: 1}}
            parameters: {rate: {default: 2}}
            input: I
            equations: {u: I - rate*u}
            spike: {variable: u, threshold: 5}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAModelFromTheFolderOfTheSweep() throws IOException {
        Files.createDirectory(folder.resolve("models"));
        SweepText.write(folder.resolve("models"), "decay.yaml", DECAY);
        String sweep = SweepText.write(folder, "own model.yaml", WITH_MODEL.formatted("models/decay.yaml"));
        assertEquals("Decay", read(sweep).get(0));
        assertEquals("Decay", read("file://" + sweep).get(0));
    }

    /** The user may name a folder anywhere; the file, only what is in it. */
    @Test
    void readsModelsFromAFolderThatTheUserNames() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared/deep"));
        SweepText.write(shared, "decay.yaml", DECAY);
        SweepText.write(folder, "outside.yaml", DECAY);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        String sweep = SweepText.write(inner, "own.yaml", WITH_MODEL.formatted("deep/decay.yaml"));
        SweepInput input = shared(sweep, folder.resolve("shared") + "/");
        assertEquals(
                "Decay", SweepFiles.read(input).definition().models().get(0).name());
        assertEquals(
                SweepFiles.read(input).definition(),
                HadoopSweepFiles.read(input, new Configuration()).definition());
        assertEquals(
                sweep
                        + ":2:8: cannot read the model file 'deep/decay.yaml': there is no such file, beside the sweep file or"
                        + " in --models " + inner,
                fault(shared(sweep, inner.toString())));
        for (String outside : List.of("../outside.yaml", "deep/../../outside.yaml", folder + "/outside.yaml")) {
            String climbing = SweepText.write(inner, "x.yaml", WITH_MODEL.formatted(outside));
            assertTrue(fault(shared(climbing, folder.resolve("shared").toString()))
                    .contains("must be beside or below the sweep file"));
        }
        SweepText.write(shared, "decay.yaml", DECAY.replace("rate*u", "rat*u"));
        assertTrue(fault(input).startsWith(shared + "/decay.yaml:5:"), fault(input));
        SweepText.write(Files.createDirectory(inner.resolve("deep")), "decay.yaml", DECAY.replace("Decay", "Nearer"));
        assertEquals(
                "Nearer", SweepFiles.read(input).definition().models().get(0).name());
    }

    private static SweepInput shared(String sweep, String models) {
        return new SweepInput(sweep, List.of(), Optional.empty(), Optional.of(models));
    }

    private static String fault(SweepInput input) {
        return assertThrows(InputException.class, () -> SweepFiles.read(input)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../decay.yaml", "models/../../decay.yaml", "/etc/decay.yaml", "file:/etc/decay.yaml"})
    void readsNoFileOutsideTheFolderOfTheSweep(String model) throws IOException {
        SweepText.write(folder, "decay.yaml", DECAY);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        String sweep = SweepText.write(inner, "own.yaml", WITH_MODEL.formatted(model));
        assertEquals(
                sweep + ":2:8: a model file must be beside or below the sweep file, as in models/mine.yaml; found '"
                        + model + "'",
                fault(sweep));
    }

    /** Who writes beside a sweep could otherwise have its user read, and see in a message, what is elsewhere. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void followsNoLinkOutOfTheFolder() throws IOException {
        SweepText.write(folder, "secret.yaml", "password: 1234\n");
        SweepText.write(Files.createDirectory(folder.resolve("outside")), "decay.yaml", DECAY);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("link.yaml"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(inner.resolve("table.csv"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(inner.resolve("cells"), folder.resolve("outside"));
        SweepText.write(inner, "circuit.yaml", "cells: {a: cells/decay.yaml}\n");
        String leads = ": a link leads out of its folder, and only files within are read";
        for (String model : List.of("link.yaml", "cells/decay.yaml")) {
            String sweep = SweepText.write(inner, "own.yaml", WITH_MODEL.formatted(model));
            String message = sweep + ":2:8: cannot read the model file '" + model + "'" + leads;
            assertEquals(message, fault(sweep));
            assertEquals(message, fault(SweepInput.of(sweep, List.of())));
        }
        String circuit = SweepText.write(inner, "own.yaml", WITH_MODEL.formatted("circuit.yaml"));
        assertEquals(
                inner + "/circuit.yaml:1:12: cannot read the model file 'cells/decay.yaml'" + leads,
                fault(SweepInput.of(circuit, List.of())));
        String table = SweepText.write(
                inner, "own.yaml", WITH_MODEL.formatted("HH") + "sweep: [{table: {path: table.csv}}]\n");
        assertEquals(
                table + ":7:24: cannot read the table 'table.csv'" + leads, fault(SweepInput.of(table, List.of())));
    }

    /** A link within the folder, a folder that is one, and one that the user names are theirs. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void followsLinksThatTheUserNamesAndThoseWithin() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        SweepText.write(inner, "decay.yaml", DECAY);
        Files.createSymbolicLink(inner.resolve("other.yaml"), Path.of("decay.yaml"));
        SweepText.write(inner, "own.yaml", WITH_MODEL.formatted("other.yaml"));
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), inner);
        assertEquals("Decay", read(linked + "/own.yaml").get(0));
        String elsewhere = SweepText.write(folder, "own.yaml", WITH_MODEL.formatted("decay.yaml"));
        assertEquals(
                "Decay",
                SweepFiles.read(shared(elsewhere, linked.toString()))
                        .definition()
                        .models()
                        .get(0)
                        .name());
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        String missing = folder.resolve("missing.yaml").toString();
        assertEquals(missing + ": no such file", fault(missing));
        assertEquals(folder + ": is a directory", fault(folder.toString()));
        assertEquals("nosuch://x/y.yaml: No FileSystem for scheme \"nosuch\"", fault("nosuch://x/y.yaml"));
        assertEquals("a path must not be empty", fault(""));
    }

    @Test
    void readsNoMoreThanAFileMayHave() throws IOException {
        String large = SweepText.write(folder, "large.yaml", " ".repeat(DocumentReader.LARGEST + 1));
        for (String path : List.of(large, "file://" + large)) {
            assertEquals(path + ": has 1048577 bytes; at most 1048576 are accepted", fault(path));
        }
        String sweep = SweepText.write(folder, "x.yaml", WITH_MODEL.formatted("large.yaml"));
        assertEquals(
                sweep
                        + ":2:8: cannot read the model file 'large.yaml': has 1048577 bytes; at most 1048576 are accepted",
                fault(sweep));
    }

    /** The files in {@code /proc} report no size and can have any amount of content. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsNothingWithoutEnd() throws IOException {
        for (String path : List.of("/dev/zero", "file:///dev/zero")) {
            assertEquals(path + ": is a pipe or a device, not a file", fault(path));
        }
        assertEquals(
                "has more than 10 bytes; at most 10 are accepted",
                assertThrows(IOException.class, () -> WholeFile.read(Path.of("/proc/self/maps"), 10))
                        .getMessage());
    }

    @Test
    void readsTheSameWithoutHadoop() throws IOException {
        Files.createDirectory(folder.resolve("models"));
        SweepText.write(folder.resolve("models"), "decay.yaml", DECAY);
        String sweep = SweepText.write(folder, "own model.yaml", WITH_MODEL.formatted("models/decay.yaml"));
        assertEquals("Decay", SweepFiles.read(sweep, List.of()).models().get(0).name());
        String climbing = SweepText.write(folder.resolve("models"), "x.yaml", WITH_MODEL.formatted("../decay.yaml"));
        String missing = SweepText.write(folder, "y.yaml", WITH_MODEL.formatted("models/missing.yaml"));
        for (String path : List.of(
                climbing,
                missing,
                folder.toString(),
                folder.resolve("missing.yaml").toString())) {
            assertEquals(
                    fault(path),
                    assertThrows(InputException.class, () -> SweepFiles.read(path, List.of()))
                            .getMessage());
        }
    }

    private static String fault(String path) {
        return assertThrows(InputException.class, () -> read(path)).getMessage();
    }

    private static List<String> read(String path) {
        return HadoopSweepFiles.read(SweepInput.of(path, List.of()), new Configuration()).definition().models().stream()
                .map(model -> model.name())
                .toList();
    }
}
