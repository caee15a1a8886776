package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.HadoopPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Replaces several files by one, so that at any moment it is known which of them count. First the new file is written beside
 * them, then a list of the files that it replaces; then it is moved in and they are deleted. If this run is killed, the next
 * one finishes this.
 */
public final class FileMerge {
    static final String FOLDER = "_merging";
    private static final String LIST = "_replaces";
    private static final int LARGEST_LIST = 16 << 20;

    private final Path results;
    private final Path folder;
    private final FileSystem files;

    FileMerge(Path results, FileSystem files) {
        this.results = results;
        this.folder = new Path(results, FOLDER);
        this.files = files;
    }

    /** The directory, which does not exist yet, for the new file. */
    public Path begin() throws IOException {
        files.delete(folder, true);
        return folder;
    }

    /** The new file, once it is written. */
    public Path written() throws IOException {
        List<Path> found = parquet();
        if (found.size() != 1) {
            throw new IOException("one merged file is expected, found " + found.size());
        }
        return found.get(0);
    }

    /** Replaces the files {@code names} by the new file. */
    public void commit(List<String> names) throws IOException {
        Path list = new Path(folder, LIST);
        Path next = new Path(folder, LIST + ".new");
        SmallFile.write(files, next, String.join("\n", names).getBytes(StandardCharsets.UTF_8), true);
        if (!files.rename(next, list)) {
            throw new IOException(list + " cannot be written");
        }
        replace(names);
    }

    /** Finishes a merge that failed or was killed after it was committed, and discards one that was not committed. */
    public void recover() throws IOException {
        if (!files.exists(folder)) {
            return;
        }
        Path list = new Path(folder, LIST);
        if (files.exists(list)) {
            replace(read(list));
        } else {
            files.delete(folder, true);
        }
    }

    private void replace(List<String> names) throws IOException {
        for (Path merged : parquet()) {
            if (!files.rename(merged, HadoopPath.in(results, merged.getName()))) {
                throw new IOException(merged + " cannot be moved");
            }
        }
        for (String name : names) {
            files.delete(HadoopPath.in(results, name), false);
        }
        files.delete(folder, true);
    }

    private List<String> read(Path list) throws IOException {
        try (InputStream in = files.open(list)) {
            String text = new String(in.readNBytes(LARGEST_LIST), StandardCharsets.UTF_8);
            for (String name : text.lines().toList()) {
                if (name.contains("/") || !name.endsWith(".parquet")) {
                    throw new InputException(list + " is damaged: '" + name + "' is not the name of a Parquet file");
                }
            }
            return text.lines().toList();
        }
    }

    private List<Path> parquet() throws IOException {
        return Arrays.stream(files.listStatus(folder))
                .filter(ResultsDirectory::isData)
                .map(FileStatus::getPath)
                .toList();
    }
}
