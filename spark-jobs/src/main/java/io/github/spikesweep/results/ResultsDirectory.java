package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.HadoopPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory of results: Parquet files, and the {@linkplain RunRecord record} of the runs that wrote them. Nothing else in it
 * is ever deleted.
 */
public final class ResultsDirectory {
    /** The file that marks a directory as one with results. */
    static final String RECORD = "_spikesweep.json";
    /** The record that is about to replace it. */
    private static final String NEXT_RECORD = RECORD + ".new";

    private static final String LOCK = "_spikesweep.lock";
    private static final String UNFINISHED = "_temporary";
    /** The folder for damaged files. */
    public static final String DAMAGED = "_damaged";

    private static final Set<String> OURS =
            Set.of(RECORD, NEXT_RECORD, LOCK, UNFINISHED, DAMAGED, FileMerge.FOLDER, "_SUCCESS");
    /** What survives when results are replaced: the run's own lock, and damaged files that a person may want to look at. */
    private static final Set<String> KEPT = Set.of(LOCK, DAMAGED);

    private static final int LARGEST_RECORD = 64 << 20;

    private final String name;
    private final Path path;
    private final FileSystem files;

    private ResultsDirectory(String name, Path path, FileSystem files) {
        this.name = name;
        this.path = path;
        this.files = files;
    }

    /**
     * The directory of that name, which need not exist.
     *
     * @param name a local path or a URI
     */
    public static ResultsDirectory at(String name, Configuration hadoop) {
        try {
            Path path = HadoopPath.of(name);
            FileSystem files = path.getFileSystem(hadoop);
            if (files instanceof LocalFileSystem) {
                // Otherwise there is a hidden .crc file beside every file.
                files.setWriteChecksum(false);
            }
            return new ResultsDirectory(name, files.makeQualified(path), files);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(name + ": " + e.getMessage());
        }
    }

    /** The name that the user gave. */
    public String name() {
        return name;
    }

    /** Its path. */
    public Path path() {
        return path;
    }

    /**
     * Checks, without writing, that results can go here: replacing existing ones, or added to them.
     *
     * @param conflict why they cannot be added to those of an earlier run; empty if they can
     */
    public void check(Existing existing, Function<EarlierRun, Optional<String>> conflict) {
        try {
            if (!files.exists(path)) {
                checkParent();
                return;
            }
            if (!files.getFileStatus(path).isDirectory()) {
                throw new InputException(name + " is a file; results need a directory");
            }
            checkWritable(path);
            checkEntries();
            if (existing == Existing.RESUME) {
                checkEarlier(conflict);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void checkEntries() throws IOException {
        FileStatus[] entries = files.listStatus(path);
        boolean recorded = Arrays.stream(entries)
                .map(ResultsDirectory::fileName)
                .anyMatch(file -> file.equals(RECORD) || file.equals(NEXT_RECORD));
        Optional<String> foreign = Arrays.stream(entries)
                .filter(entry -> !isOurs(entry))
                .map(ResultsDirectory::fileName)
                .findFirst();
        if (foreign.isPresent() && !recorded) {
            throw new InputException(name + " contains other files, such as " + foreign.get()
                    + "; results need a new directory or one with earlier results");
        }
    }

    private void checkEarlier(Function<EarlierRun, Optional<String>> conflict) throws IOException {
        Optional<EarlierRun> earlier = earlier();
        if (earlier.isEmpty() && !dataFiles().isEmpty()) {
            throw new InputException(name + " contains Parquet files but no " + RECORD
                    + " that describes them; --overwrite replaces them");
        }
        earlier.flatMap(conflict).ifPresent(reason -> {
            throw new InputException(name + " " + reason + "; give another --out, or --overwrite to replace them");
        });
    }

    /** The nearest existing parent must be a folder, and writable as far as this can be checked without writing. */
    private void checkParent() throws IOException {
        Path parent = path.getParent();
        while (parent != null && !files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent != null && !files.getFileStatus(parent).isDirectory()) {
            throw new InputException(name + ": " + parent.toUri().getPath() + " is a file, not a directory");
        }
        if (parent != null) {
            checkWritable(parent);
        }
    }

    private void checkWritable(Path directory) {
        if (files instanceof LocalFileSystem local
                && !Files.isWritable(local.pathToFile(directory).toPath())) {
            throw new InputException(name + " cannot be written: no permission to write to "
                    + directory.toUri().getPath());
        }
    }

    /**
     * Creates the directory if necessary and locks it, so that nobody else writes into it until the lock is closed.
     *
     * @param notes shows a line if it takes a while to find out whether another run is writing
     * @throws InputException if another run is writing there
     */
    public DirectoryLock lock(Consumer<String> notes) throws InterruptedException {
        try {
            files.mkdirs(path);
            Path lock = new Path(path, LOCK);
            return files instanceof LocalFileSystem local
                    ? ProcessLock.take(local.pathToFile(lock).toPath(), name)
                    : LeaseLock.take(files, lock, name, notes, LeaseLock.USUAL_PACE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What the record says about earlier runs; empty if there is no record. */
    public Optional<EarlierRun> earlier() {
        try {
            if (files.exists(new Path(path, RECORD))) {
                return Optional.of(EarlierRun.read(content(RECORD)));
            }
            // A run may have been killed while it replaced the record.
            return files.exists(new Path(path, NEXT_RECORD)) ? next() : Optional.empty();
        } catch (IOException e) {
            throw new InputException(
                    "%s: %s is damaged (%s): it is not known which sweep the results belong to; --overwrite replaces them"
                            .formatted(name, RECORD, e.getMessage()));
        }
    }

    private Optional<EarlierRun> next() throws IOException {
        byte[] text = content(NEXT_RECORD);
        try {
            return Optional.of(EarlierRun.read(text));
        } catch (IOException e) {
            if (dataFiles().isEmpty()) {
                return Optional.empty(); // It was killed before its first record, so there are no results.
            }
            throw e;
        }
    }

    private byte[] content(String file) throws IOException {
        try (InputStream in = files.open(new Path(path, file))) {
            byte[] bytes = in.readNBytes(LARGEST_RECORD + 1);
            if (bytes.length > LARGEST_RECORD) {
                throw new IOException("it has more than " + LARGEST_RECORD + " bytes");
            }
            return bytes;
        }
    }

    /** The Parquet files, by name. */
    public List<DataFile> dataFiles() throws IOException {
        return Arrays.stream(files.listStatus(path))
                .filter(ResultsDirectory::isData)
                .map(entry -> new DataFile(entry.getPath().toString(), entry.getLen()))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
    }

    /** Deletes data files that are not among {@code kept}. */
    public void deleteAllBut(List<DataFile> kept) throws IOException {
        for (DataFile file : dataFiles()) {
            if (!kept.contains(file)) {
                files.delete(new Path(file.path()), false);
            }
        }
    }

    /** Moves a damaged file to a folder that readers ignore; nothing is deleted. */
    public void setAside(String file) throws IOException {
        Path damaged = new Path(path, DAMAGED);
        files.mkdirs(damaged);
        Path target = HadoopPath.in(damaged, file);
        for (int i = 2; files.exists(target); i++) {
            target = HadoopPath.in(damaged, i + "-" + file);
        }
        if (!files.rename(HadoopPath.in(path, file), target)) {
            throw new IOException(file + " cannot be moved to " + DAMAGED);
        }
    }

    /** Deletes rows that a killed run had not yet committed. */
    public void deleteUnfinished() throws IOException {
        files.delete(new Path(path, UNFINISHED), true);
    }

    /** Cleans up after a killed run. */
    public void recover() throws IOException {
        deleteUnfinished();
        merge().recover();
    }

    /** Replaces several files by one. */
    public FileMerge merge() {
        return new FileMerge(path, files);
    }

    /** Deletes earlier results. */
    public void deleteResults() {
        try {
            for (FileStatus entry : files.listStatus(path)) {
                if (isOurs(entry) && !KEPT.contains(fileName(entry))) {
                    files.delete(entry.getPath(), entry.isDirectory());
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes the record of a run. */
    public void write(RunRecord record, RunRecord.State state, RunTotals totals) throws IOException {
        replaceRecord(record.text(state, totals));
    }

    /** At any moment one of the two is complete. */
    private void replaceRecord(byte[] text) throws IOException {
        Path record = new Path(path, RECORD);
        Path next = new Path(path, NEXT_RECORD);
        SmallFile.write(files, next, text, true);
        if (files instanceof LocalFileSystem local) {
            // Not with its rename: the local file system of a Spark with Hive does not rename onto an existing file.
            Files.move(
                    local.pathToFile(next).toPath(), local.pathToFile(record).toPath(), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        files.delete(record, false);
        if (!files.rename(next, record)) {
            throw new IOException("its " + RECORD + " cannot be replaced");
        }
    }

    /** Deletes what is not committed, and the record if there are no results. */
    public void abandon() throws IOException {
        deleteUnfinished();
        if (dataFiles().isEmpty()) {
            files.delete(new Path(path, RECORD), false);
            files.delete(new Path(path, NEXT_RECORD), false);
        }
    }

    /** Deletes the directory if it is empty. */
    public void deleteIfEmpty() throws IOException {
        if (files.exists(path) && files.listStatus(path).length == 0) {
            files.delete(path, false);
        }
    }

    private static boolean isOurs(FileStatus entry) {
        String file = fileName(entry);
        boolean checksum = file.startsWith(".") && file.endsWith(".crc");
        String of = checksum ? file.substring(1, file.length() - ".crc".length()) : file;
        return OURS.contains(of) || (entry.isFile() && of.endsWith(".parquet"));
    }

    static boolean isData(FileStatus entry) {
        String file = fileName(entry);
        return entry.isFile() && file.endsWith(".parquet") && !file.startsWith(".") && !file.startsWith("_");
    }

    private static String fileName(FileStatus entry) {
        return entry.getPath().getName();
    }

    private InputException unwritable(IOException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return new InputException(
                name + " cannot be written: " + reason.lines().findFirst().orElse(""));
    }
}
