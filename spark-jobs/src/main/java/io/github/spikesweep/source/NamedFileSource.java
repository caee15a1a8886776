package io.github.spikesweep.source;

import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a sweep names. They must be in the sweep's folder or below, since sweep files are untrusted; models may also be
 * in a folder that the user, not the file, names.
 */
final class NamedFileSource implements FileSource {
    /** Reads a file in a folder. */
    @FunctionalInterface
    interface InFolder {
        /** The content of the file at the path {@code named} from the folder on. */
        byte[] read(String folder, String named) throws IOException;
    }

    private final FileSource beside;
    private final Optional<String> models;
    private final InFolder in;
    /** The names of those that are in the folder of models. */
    private final Set<String> shared = new HashSet<>();

    /**
     * @param beside reads files by their path from the folder of the sweep file
     * @param models the folder of models, if there is one
     */
    NamedFileSource(FileSource beside, Optional<String> models, InFolder in) {
        this.beside = beside;
        this.models = models;
        this.in = in;
    }

    @Override
    public byte[] read(String named) throws IOException {
        boolean climbs = Arrays.asList(named.split("/", -1)).contains("..");
        if (climbs || named.startsWith("/") || named.contains("\\") || new UserPath(named).isUri()) {
            throw elsewhere();
        }
        try {
            return besideOrShared(named);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new IOException(SweepFiles.reason(e), e); // without the path, which may be very long
        }
    }

    private byte[] besideOrShared(String named) throws IOException {
        try {
            return beside.read(named);
        } catch (NoSuchFileException | FileNotFoundException e) {
            if (models.isEmpty() || !ModelFiles.isFile(named)) {
                throw e;
            }
        }
        try {
            byte[] content = in.read(models.get(), named);
            shared.add(named);
            return content;
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new IOException("there is no such file, beside the sweep file or in --models " + models.get(), e);
        }
    }

    @Override
    public String shown(String beside, String named) {
        return shared.contains(named) ? models.orElseThrow().replaceFirst("/+$", "") + "/" + named : beside;
    }

    static IOException elsewhere() {
        return new IOException("must be a path within the folder of the sweep file");
    }
}
