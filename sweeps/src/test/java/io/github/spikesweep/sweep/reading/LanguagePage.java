package io.github.spikesweep.sweep.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sweeps among the examples on the page about sweep files: indented lines without a blank line between. A sweep without a
 * name is completed by a name, a duration, and a neuron and a step if missing.
 */
final class LanguagePage {
    private static final String INDENT = "    ";
    private static final Pattern NAMED = Pattern.compile("^name:", Pattern.MULTILINE);
    private static final Pattern WHICH = Pattern.compile("\\b(neuron|model|circuit):");
    private static final Pattern HOW = Pattern.compile("\\b(step|tolerance):");

    private LanguagePage() {}

    static Stream<String> examples() {
        List<String> examples = new ArrayList<>();
        StringBuilder example = new StringBuilder();
        for (String line : lines()) {
            if (line.startsWith(INDENT)) {
                example.append(line.substring(INDENT.length())).append('\n');
            } else if (!example.isEmpty()) {
                examples.add(example.toString());
                example.setLength(0);
            }
        }
        return examples.stream()
                .filter(text -> !text.startsWith("./spikesweep"))
                .map(LanguagePage::whole);
    }

    private static String whole(String example) {
        if (NAMED.matcher(example).find()) {
            return example;
        }
        String neuron = WHICH.matcher(example).find() ? "" : "neuron: HHDoubleRK4\n";
        String step = HOW.matcher(example).find() ? "" : "step: 0.01\n";
        return "name: example\nduration: 100\n" + neuron + step + example;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
