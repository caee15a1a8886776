package io.github.spikesweep.output;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.UserPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.commons.io.function.IOConsumer;

/** A local file that a command will write, checked before anything is computed. It appears only once it is complete. */
public final class OutputFile {
    private final String name;
    private final Path path;

    private OutputFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /**
     * The file of that name, which need not exist.
     *
     * @param content what it contains, such as a trace
     * @throws InputException if it cannot be written
     */
    public static OutputFile at(String name, String content) {
        Path path = new UserPath(name).local().toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new InputException(name + " is a directory; " + content + " is a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException(name + ": there is no directory " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new InputException(name + " cannot be written: no permission to write to " + folder);
        }
        return new OutputFile(name, path);
    }

    /** The name that the user gave. */
    public String name() {
        return name;
    }

    /** Whether it already exists. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes it, replacing an existing one.
     *
     * @param content writes a new file
     */
    public void write(IOConsumer<Path> content) throws IOException {
        Path unfinished = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
        try {
            content.accept(unfinished);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
