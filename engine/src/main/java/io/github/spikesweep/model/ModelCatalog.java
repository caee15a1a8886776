package io.github.spikesweep.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The models that come with SpikeSweep. They are files like any user's, beside this class. */
public final class ModelCatalog {
    private static final List<String> NAMES = List.of("HH", "HR");

    private ModelCatalog() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The built-in model of that name. */
    public static Optional<Model> find(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Model read(String name) {
        String file = name + ".yaml";
        try (InputStream in = ModelCatalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the built-in model " + file + " is missing from the jar");
            }
            return ModelReader.read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
