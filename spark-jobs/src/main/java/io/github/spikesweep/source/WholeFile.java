package io.github.spikesweep.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.io.function.IOSupplier;

/** Reads a whole file, but no file that is too large and no pipe or device, which might block or never end. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Reads a local file of at most {@code most} bytes, but none to which a link leads out of a folder: who may write there might not be allowed to
     * read what is elsewhere.
     */
    static byte[] within(Path folder, Path file, int most) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new IOException("a link leads out of its folder, and only files within are read");
        }
        return read(real, most);
    }

    /** Reads a local file of at most {@code most} bytes. */
    static byte[] read(Path file, int most) throws IOException {
        BasicFileAttributes status = Files.readAttributes(file, BasicFileAttributes.class);
        if (status.isDirectory()) {
            throw directory();
        }
        if (!status.isRegularFile()) {
            throw new IOException("is a pipe or a device, not a file");
        }
        return read(() -> Files.newInputStream(file), status.size(), most);
    }

    /**
     * Reads a file of at most {@code most} bytes from anywhere.
     *
     * @param bytes its size; some files report 0 until they are read
     */
    static byte[] read(IOSupplier<InputStream> file, long bytes, int most) throws IOException {
        if (bytes > most) {
            throw new IOException("has " + bytes + " bytes; at most " + most + " are accepted");
        }
        try (InputStream in = file.get()) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("has more than " + most + " bytes; at most " + most + " are accepted");
            }
            return content;
        }
    }

    static IOException directory() {
        return new IOException("is a directory");
    }
}
