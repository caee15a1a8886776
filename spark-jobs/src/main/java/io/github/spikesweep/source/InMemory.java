package io.github.spikesweep.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What of a sweep is in no file: its text, or tables that it names. */
public final class InMemory {
    /** All is in files. */
    public static final InMemory NOTHING = new InMemory(Optional.empty(), Optional.empty(), Map.of());

    private final Optional<String> text;
    private final Optional<String> folder;
    private final Map<String, byte[]> tables;

    /**
     * @param text the sweep, if it is in no file
     * @param folder where the files are that such a sweep names; without one it can name none
     * @param tables the content of files that the sweep names, by their names, which come before those in the folder
     */
    public InMemory(Optional<String> text, Optional<String> folder, Map<String, byte[]> tables) {
        this.text = text;
        this.folder = folder;
        this.tables = Map.copyOf(tables);
    }

    Optional<String> text() {
        return text;
    }

    /** The folder with a slash at its end, or nothing. */
    Optional<String> folder() {
        return folder.map(path -> path.endsWith("/") ? path : path + "/");
    }

    /** The content of a table, if there is one of that name. */
    Optional<byte[]> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** What a sweep without a folder that names a file is told. */
    static IOException nowhere() {
        return new FileNotFoundException("the sweep has no folder");
    }
}
