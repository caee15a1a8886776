package io.github.spikesweep.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The available table formats: those of this module and those that other modules add. */
public final class TableFormats {
    private static final List<TableFormat> ALL =
            ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private TableFormats() {}

    /** The format by the end of a file's name, ignoring case. */
    public static Optional<TableFormat> find(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> format.suffixes().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** The ends of readable files' names, sorted. */
    public static List<String> suffixes() {
        return ALL.stream()
                .flatMap(format -> format.suffixes().stream())
                .sorted()
                .toList();
    }
}
