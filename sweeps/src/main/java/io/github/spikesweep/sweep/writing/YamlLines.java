package io.github.spikesweep.sweep.writing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** YAML as people write it: what is large in indented lines, what is small in a line, between { } and [ ]. */
final class YamlLines {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Adds a line; {@code depth} is how far it is indented. */
    void add(int depth, String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }

    /** Adds a key and its value, as it is written. */
    void add(int depth, String key, String value) {
        add(depth, key + ": " + value);
    }

    /** Adds a key and a text of any kind, which is in lines if that is what it consists of. */
    void addText(int depth, String key, String value) {
        boolean ended = value.endsWith("\n");
        String content = ended ? value.substring(0, value.length() - 1) : value;
        if (!value.contains("\n") || !isInLines(content)) {
            add(depth, key, YamlScalar.inBlock(value));
            return;
        }
        add(depth, key, ended ? "|" : "|-");
        for (String line : content.split("\n", -1)) {
            add(line.isEmpty() ? 0 : depth + 1, line);
        }
    }

    /** Whether YAML can have the lines of a text as they stand: the first tells the indentation, and the last is not empty. */
    private static boolean isInLines(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePoints().allMatch(character -> character == '\n' || YamlScalar.isVisible(character));
    }

    /** Some values, as they are written, in one. */
    static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** Some keys and values, as they are written, in one. */
    static String mapping(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
