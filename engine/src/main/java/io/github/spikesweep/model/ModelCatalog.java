package io.github.spikesweep.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models that come with SpikeSweep: every {@code .yaml} file in the folder of resources beside this class. They are files
 * like any user's, named after their model.
 */
public final class ModelCatalog {
    private static final String EXTENSION = ".yaml";
    /** A resource to find the folder with; a class loader cannot list its resources otherwise. */
    private static final String SOME_MODEL = "HH" + EXTENSION;

    private static final List<String> NAMES = readNames();
    /** Those that were asked for: most commands need one of them, and reading all takes a tenth of a short command. */
    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    private ModelCatalog() {}

    /** The names of the models, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The built-in model of that name. */
    public static Optional<Model> find(String name) {
        return NAMES.contains(name) ? Optional.of(MODELS.computeIfAbsent(name, ModelCatalog::read)) : Optional.empty();
    }

    private static List<String> readNames() {
        try {
            URL folder = ModelCatalog.class.getResource(SOME_MODEL);
            if (folder == null) {
                throw new IllegalStateException("the built-in models are missing: no " + SOME_MODEL);
            }
            return ResourceFolder.names(folder).stream()
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model read(String name) {
        String file = name + EXTENSION;
        try (InputStream in = ModelCatalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the built-in model " + file + " is missing");
            }
            return ModelReader.read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
