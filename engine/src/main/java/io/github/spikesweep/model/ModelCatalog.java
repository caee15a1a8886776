package io.github.spikesweep.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that come with SpikeSweep: every {@code .yaml} file in the folder of resources beside this class. They are files
 * like any user's, named after their model.
 */
public final class ModelCatalog {
    private static final String EXTENSION = ".yaml";
    /** A resource to find the folder with; a class loader cannot list its resources otherwise. */
    private static final String SOME_MODEL = "HH" + EXTENSION;

    private static final Map<String, Model> MODELS = Collections.unmodifiableMap(read());

    private ModelCatalog() {}

    /** The names of the models, sorted. */
    public static List<String> names() {
        return List.copyOf(MODELS.keySet());
    }

    /** The built-in model of that name. */
    public static Optional<Model> find(String name) {
        return Optional.ofNullable(MODELS.get(name));
    }

    private static Map<String, Model> read() {
        try {
            URL folder = ModelCatalog.class.getResource(SOME_MODEL);
            if (folder == null) {
                throw new IllegalStateException("the built-in models are missing: no " + SOME_MODEL);
            }
            Map<String, Model> models = new TreeMap<>();
            for (String file : ResourceFolder.names(folder)) {
                if (file.endsWith(EXTENSION)) {
                    models.put(file.substring(0, file.length() - EXTENSION.length()), read(file));
                }
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model read(String file) throws IOException {
        try (InputStream in = ModelCatalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the built-in model " + file + " is missing");
            }
            return ModelReader.read(file, in.readAllBytes());
        }
    }
}
