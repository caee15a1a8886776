package io.github.spikesweep.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A damaged sweep or model file.
 *
 * @param name what is wrong with it
 * @param content writes it
 * @param message the message to the user, without the folder of the file; all of it, or its start if it ends in {@code …}
 */
record Damage(String name, Content content, String message) {
    /** Five values on one axis. */
    static final String GOOD = """
            name: good
            description: µA
            neuron: HHDoubleRK4
            duration: 10
            step: 0.01
            input: 0.1
            sweep:
              gna: {linspace: [0.5, 1, 5], unit: mS}
            outputs: [spike_count, frequency_hz]
            """;

    /** Writes a file, or creates something else at that path. */
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException;
    }

    /** A file with this text. */
    static Damage text(String name, String text, String message) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8), message);
    }

    /** {@link #GOOD} up to and without {@code end}. */
    static Damage cut(String name, String end, String message) {
        return text(name, GOOD.substring(0, GOOD.indexOf(end)), message);
    }

    /** {@link #GOOD} with one part replaced. */
    static Damage changed(String name, String part, String replacement, String message) {
        if (!GOOD.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return text(name, GOOD.replace(part, replacement), message);
    }

    /** {@link #GOOD} with another line, the tenth. */
    static Damage added(String name, String line, String message) {
        return text(name, GOOD + line + "\n", message);
    }

    static Damage bytes(String name, byte[] bytes, String message) {
        return new Damage(name, file -> Files.write(file, bytes), message);
    }

    /** A file of this many bytes, which repeats the text. */
    static Damage repeated(String name, String text, int bytes, String message) {
        return new Damage(name, file -> repeat(text, bytes, file), message);
    }

    private static void repeat(String text, int bytes, Path file) throws IOException {
        byte[] block = text.repeat(1 + 8192 / text.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int left = bytes; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
            }
        }
    }

    boolean isToldBy(String error) {
        return message.endsWith("…")
                ? error.startsWith(message.substring(0, message.length() - 1))
                : error.equals(message + "\n");
    }

    @Override
    public String toString() {
        return name;
    }
}
