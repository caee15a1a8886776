package io.github.spikesweep.sweep.writing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes YAML as people do: large values in indented lines, small ones in one line between { } and [ ]. */
final class YamlLines {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Adds a line; {@code depth} is how far it is indented. */
    void add(int depth, String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }

    /** Adds a key and its value, which is already in YAML. */
    void add(int depth, String key, String value) {
        add(depth, key + ": " + value);
    }

    /** Adds a key and any text, as a block of lines if it has several lines. */
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

    /**
     * Whether a text can be a YAML block without changes: its first line must show the indentation, and the last must not be
     * empty.
     */
    private static boolean isInLines(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePoints().allMatch(character -> character == '\n' || YamlScalar.isVisible(character));
    }

    /** A list of values that are already in YAML. */
    static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** A mapping of keys and values that are already in YAML. */
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
