package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.file.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Replaces several files by one, so that at any moment it is known which of them count. First the new file is written beside
 * them, then a list of the files that it replaces; then it is moved in and they are deleted. If this run is killed, the next
 * one finishes this.
 */
public final class FileMerge {
    static final String FOLDER = "_merging";
    private static final String LIST = "_replaces";
    private static final String NEXT_LIST = LIST + ".new";
    private static final int LARGEST_LIST = 16 << 20;

    private final Folder results;
    private final Folder folder;

    FileMerge(Folder results) {
        this.results = results;
        this.folder = results.folder(FOLDER);
    }

    /** The folder, which does not exist yet, for the new file. */
    public Folder begin() throws IOException {
        folder.delete();
        return folder;
    }

    /** The new file, once it is written. */
    public DataFile written() throws IOException {
        List<DataFile> found = parquet();
        if (found.size() != 1) {
            throw new IOException("one merged file is expected, found " + found.size());
        }
        return found.get(0);
    }

    /** Replaces the files {@code names} by the new file. */
    public void commit(List<String> names) throws IOException {
        folder.write(NEXT_LIST, String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        folder.replace(NEXT_LIST, LIST);
        replace(names);
    }

    /** Finishes a merge that failed or was killed after it was committed, and discards one that was not committed. */
    public void recover() throws IOException {
        if (!folder.exists()) {
            return;
        }
        if (folder.has(LIST)) {
            replace(read());
        } else {
            folder.delete();
        }
    }

    private void replace(List<String> names) throws IOException {
        for (DataFile merged : parquet()) {
            folder.move(merged.name(), results, merged.name());
        }
        for (String name : names) {
            results.delete(name);
        }
        folder.delete();
    }

    private List<String> read() throws IOException {
        try (InputStream in = folder.open(LIST)) {
            String text = new String(in.readNBytes(LARGEST_LIST), StandardCharsets.UTF_8);
            for (String name : text.lines().toList()) {
                if (name.contains("/") || !name.endsWith(".parquet")) {
                    throw new InputException(
                            folder.path(LIST) + " is damaged: '" + name + "' is not the name of a Parquet file");
                }
            }
            return text.lines().toList();
        }
    }

    private List<DataFile> parquet() throws IOException {
        return folder.entries().stream()
                .filter(ResultsDirectory::isData)
                .map(entry -> new DataFile(folder, entry.name(), entry.bytes()))
                .toList();
    }
}
