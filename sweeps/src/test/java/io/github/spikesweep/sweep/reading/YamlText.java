package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;

/** Writes a document as YAML in block style, with every scalar as it was written: quoted or plain. */
final class YamlText {
    private static final String PLAIN_KEY = "[A-Za-z_][A-Za-z0-9_-]*";

    private YamlText() {}

    static String of(Entry.Section document) {
        StringBuilder text = new StringBuilder();
        write(document, "", text);
        return text.substring(1) + "\n";
    }

    private static void write(Entry entry, String indent, StringBuilder text) {
        if (entry instanceof Entry.Section section) {
            text.append(section.entries().isEmpty() ? " {}" : "");
            section.entries().forEach((key, value) -> {
                String written = key.matches(PLAIN_KEY) ? key : quoted(key);
                text.append('\n').append(indent).append(written).append(':');
                write(value, indent + "  ", text);
            });
        } else if (entry instanceof Entry.Listing listing) {
            text.append(listing.items().isEmpty() ? " []" : "");
            for (Entry item : listing.items()) {
                text.append('\n').append(indent).append('-');
                write(item, indent + "  ", text);
            }
        } else if (entry instanceof Entry.Scalar scalar) {
            String written = scalar.quoted() ? quoted(scalar.text()) : scalar.text();
            text.append(written.isEmpty() ? "" : " " + written);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
