package io.github.spikesweep.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Reads a whole file, but no file that is too large and no pipe or device, which might block or never end. */
final class WholeFile {
    private WholeFile() {}

    /** Reads a local file of at most {@code most} bytes. */
    static byte[] read(java.nio.file.Path file, int most) throws IOException {
        BasicFileAttributes status = Files.readAttributes(file, BasicFileAttributes.class);
        if (status.isDirectory()) {
            throw directory();
        }
        if (!status.isRegularFile()) {
            throw new IOException("is a pipe or a device, not a file");
        }
        checkSize(status.size(), most);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, most);
        }
    }

    /** Reads a file of at most {@code most} bytes from any file system. */
    static byte[] read(Path file, int most, Configuration hadoop) throws IOException {
        FileSystem files = file.getFileSystem(hadoop);
        if (files instanceof LocalFileSystem local) {
            return read(local.pathToFile(file).toPath(), most);
        }
        FileStatus status = files.getFileStatus(file);
        if (status.isDirectory()) {
            throw directory();
        }
        checkSize(status.getLen(), most);
        try (InputStream in = files.open(file)) {
            return read(in, most);
        }
    }

    /** Some files report a size of 0 until they are read. */
    private static byte[] read(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new IOException("has more than " + most + " bytes; at most " + most + " are accepted");
        }
        return bytes;
    }

    private static void checkSize(long bytes, int most) throws IOException {
        if (bytes > most) {
            throw new IOException("has " + bytes + " bytes; at most " + most + " are accepted");
        }
    }

    private static IOException directory() {
        return new IOException("is a directory");
    }
}
