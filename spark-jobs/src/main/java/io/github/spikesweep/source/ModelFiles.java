package io.github.spikesweep.source;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.UserPath;
import java.io.IOException;

/** Reads model files that a user names, not a sweep. */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * What is in a local file.
     *
     * @throws InputException if it cannot be read
     */
    public static Entry.Section document(String path) {
        return document(path, path);
    }

    /**
     * The same.
     *
     * @param name what the file is called in messages about its content
     */
    public static Entry.Section document(String name, String path) {
        try {
            return DocumentReader.read(name, WholeFile.read(new UserPath(path).local(), DocumentReader.LARGEST));
        } catch (IOException e) {
            throw new InputException(path + ": " + SweepFiles.reason(e));
        }
    }

    /** Whether a text is the name of a model file, rather than of a built-in model. */
    public static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
