package io.github.spikesweep.results.file;

import io.github.spikesweep.folder.Folder;
import java.io.IOException;
import org.apache.parquet.io.InputFile;

/**
 * A Parquet file of results.
 *
 * @param folder where it is
 * @param name its name there
 * @param bytes its size
 */
public record DataFile(Folder folder, String name, long bytes) {
    /** Its path, including the file system. */
    public String path() {
        return folder.path(name);
    }

    /** The file, to be read. */
    public InputFile input() throws IOException {
        return folder.input(name);
    }
}
