package io.github.spikesweep.results;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/** Writes small files in one go. */
final class SmallFile {
    private SmallFile() {}

    /** Writes a file, which must not exist unless it is to be replaced. */
    static void write(FileSystem files, Path file, byte[] content, boolean replace) throws IOException {
        try (FSDataOutputStream out = files.create(file, replace)) {
            out.write(content);
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync(); // The file must survive a power cut.
            }
        } catch (FSError e) {
            // On local file systems Hadoop turns a full disk into an Error.
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }
}
