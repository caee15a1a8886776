package io.github.spikesweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page about Spark, whose examples tests execute: indented lines. */
public final class Page {
    private static final Path PAGE = Path.of("README.md");
    private static final String INDENT = "    ";

    private Page() {}

    public static String text() throws IOException {
        return Files.readString(PAGE);
    }

    /** The example, or all of them with a blank line between, under a heading such as {@code SQL}. */
    public static String example(String heading) throws IOException {
        return String.join("\n", examples(heading));
    }

    /** The examples under a heading. Blank lines do not end one. */
    public static List<String> examples(String heading) throws IOException {
        List<String> examples = new ArrayList<>();
        StringBuilder example = new StringBuilder();
        boolean within = false;
        for (String line : text().lines().toList()) {
            if (line.startsWith("#")) {
                within = line.replaceFirst("^#+ ", "").equals(heading);
            } else if (within && (line.startsWith(INDENT) || (line.isEmpty() && !example.isEmpty()))) {
                example.append(line.isEmpty() ? line : line.substring(INDENT.length()))
                        .append('\n');
            } else if (!example.isEmpty()) {
                examples.add(example.toString().strip() + "\n");
                example.setLength(0);
            }
        }
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("no example under the heading " + heading);
        }
        return examples;
    }
}
