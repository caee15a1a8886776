package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples on the page about sweep files, as a user types them: indented lines without a blank line between, each a list of
 * commands or a sweep. A sweep without a name is completed by a name, a duration, and a neuron and a step if missing. Beside it
 * are the shipped tables and the model of the page about models.
 */
class LanguagePageTest {
    private static final Path SWEEPS = Path.of("../sweeps");
    private static final String INDENT = "    ";
    private static final String LAUNCHER = "./spikesweep ";
    private static final Pattern NAMED = Pattern.compile("^name:", Pattern.MULTILINE);
    private static final Pattern WHICH = Pattern.compile("\\b(neuron|model):");
    private static final Pattern HOW = Pattern.compile("\\b(step|tolerance):");
    /** A word of a command, with or without quotes in it. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    @TempDir
    private Path folder;

    @BeforeEach
    void laysFilesBeside() throws IOException {
        Files.writeString(folder.resolve("my-neuron.yaml"), blocks("MODELS.md").get(0));
        try (Stream<Path> files = Files.list(SWEEPS)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    static List<String> sweeps() throws IOException {
        return blocks("README.md").stream()
                .filter(block -> !block.startsWith(LAUNCHER))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void plans(String example) throws IOException {
        assertPlanned(List.of(SweepText.write(folder, "example.yaml", whole(example))));
    }

    static List<String> commands() throws IOException {
        return blocks("README.md").stream()
                .filter(block -> block.startsWith(LAUNCHER))
                .flatMap(String::lines)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void runs(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toList();
        assertEquals("./spikesweep", words.get(0));
        List<String> arguments = new ArrayList<>(words.subList(2, words.size()));
        if (List.of("plot", "sensitivity").contains(words.get(1))) {
            // Of the results of a sweep that is shipped.
            String results = arguments.get(0).replaceFirst("^results/", "");
            assertTrue(Files.exists(SWEEPS.resolve(results + ".yaml")), command);
            return;
        }
        assertTrue(List.of("plan", "run").contains(words.get(1)), command);
        arguments.set(0, arguments.get(0).replaceFirst("^sweeps", SWEEPS.toString()));
        assertPlanned(arguments);
    }

    @Test
    void everyExampleIsIndented() throws IOException {
        assertFalse(Files.readString(SWEEPS.resolve("README.md")).contains("```"));
        assertTrue(
                sweeps().size() >= 12 && commands().size() >= 3,
                sweeps().size() + ", " + commands().size());
    }

    private static void assertPlanned(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("plan"));
        line.addAll(arguments);
        // Does not measure, if the command has that option.
        String uncalibrated = "--no-calibration";
        if (Execution.of("plan", "--help").out().contains(uncalibrated)) {
            line.add(uncalibrated);
        }
        Execution plan = Execution.of(line.toArray(String[]::new));
        assertEquals("", plan.err());
        assertEquals(0, plan.code());
        assertTrue(plan.out().lines().anyMatch(shown -> shown.startsWith("neuron ")), plan.out());
    }

    private static String whole(String example) {
        if (NAMED.matcher(example).find()) {
            return example;
        }
        String neuron = WHICH.matcher(example).find() ? "" : "neuron: HHDoubleRK4\n";
        String step = HOW.matcher(example).find() ? "" : "step: 0.01\n";
        return "name: example\nduration: 100\n" + neuron + step + example;
    }

    /** The indented blocks of a page. */
    private static List<String> blocks(String page) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(SWEEPS.resolve(page))) {
            if (line.startsWith(INDENT)) {
                block.append(line.substring(INDENT.length())).append('\n');
            } else if (!block.isEmpty()) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        return blocks;
    }
}
