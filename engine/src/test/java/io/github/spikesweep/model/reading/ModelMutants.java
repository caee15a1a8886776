package io.github.spikesweep.model.reading;

import io.github.spikesweep.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Built-in model files with a few random errors: lines lost, doubled or swapped, words exchanged, bytes overwritten. */
public final class ModelMutants {
    private static final byte[] LETTERS =
            "{}[]:,-+*/^()#&!|>'\"%@`?= \n\t0e.<\u00ff\0x".getBytes(StandardCharsets.UTF_8);

    private ModelMutants() {}

    /** The file of a built-in model with one to three errors. */
    public static byte[] of(String model, Random random) {
        return ofText(read(model), random);
    }

    /** A text with one to three errors. */
    public static byte[] ofText(String original, Random random) {
        String text = original;
        for (int accidents = 1 + random.nextInt(3); accidents > 0; accidents--) {
            text = accident(text, random);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String accident(String text, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> exchanged(text, random);
            case 1 -> overwritten(text, random);
            default -> shuffled(text, random);
        };
    }

    /** A line lost, doubled, or two swapped. */
    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int line = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(other, lines.get(line));
            default -> Collections.swap(lines, line, other);
        }
        return String.join("\n", lines) + "\n";
    }

    /** One word replaced by another of the text. */
    private static String exchanged(String text, Random random) {
        String[] words = text.split("\\b", -1);
        words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
        return String.join("", words);
    }

    private static String overwritten(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = LETTERS[random.nextInt(LETTERS.length)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String read(String model) {
        try (InputStream in = Model.class.getResourceAsStream(model + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no built-in model " + model);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
