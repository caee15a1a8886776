package io.github.spikesweep.results;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/** Writes files that are written as a whole. */
final class SmallFile {
    private SmallFile() {}

    /** Writes a file, which must not be there unless it is to be replaced. */
    static void write(FileSystem files, Path file, byte[] content, boolean replace) throws IOException {
        try (FSDataOutputStream out = files.create(file, replace)) {
            out.write(content);
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync(); // A power cut shall leave it whole.
            }
        } catch (FSError e) {
            // Of a disk that is full Hadoop makes an error on local file systems, as if nobody could help that.
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }
}
