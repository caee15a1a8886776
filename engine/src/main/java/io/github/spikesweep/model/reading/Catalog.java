package io.github.spikesweep.model.reading;

import io.github.spikesweep.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What comes with SpikeSweep of one kind: every {@code .yaml} file in a folder of resources. They are files like any user's, named after what they describe. */
final class Catalog<T> {
    private static final String EXTENSION = ".yaml";

    private final String folder;
    private final BiFunction<String, byte[], T> reader;
    private final List<String> names;
    /** Those that were asked for: most commands need one of them, and reading all takes a tenth of a short command. */
    private final Map<String, T> found = new ConcurrentHashMap<>();

    /**
     * @param folder the folder beside the class of models, or empty; ends with a slash
     * @param some the name of one of them, to find the folder with; a class loader cannot list its resources otherwise
     * @param reader reads a file, given its name and its content
     */
    Catalog(String folder, String some, BiFunction<String, byte[], T> reader) {
        this.folder = folder;
        this.reader = reader;
        this.names = readNames(folder + some + EXTENSION);
    }

    /** The names, sorted. */
    List<String> names() {
        return names;
    }

    Optional<T> find(String name) {
        return names.contains(name) ? Optional.of(found.computeIfAbsent(name, this::read)) : Optional.empty();
    }

    private static List<String> readNames(String some) {
        try {
            URL place = Model.class.getResource(some);
            if (place == null) {
                throw new IllegalStateException("the built-in files are missing: no " + some);
            }
            return ResourceFolder.names(place).stream()
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private T read(String name) {
        String file = name + EXTENSION;
        try (InputStream in = Model.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException("the built-in file " + file + " is missing");
            }
            return reader.apply(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
