package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.lock.DirectoryLock;
import io.github.spikesweep.results.lock.LeaseLock;
import io.github.spikesweep.results.lock.ProcessLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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

    private static final String AUDITED = "_audit";

    private static final Set<String> OURS =
            Set.of(RECORD, NEXT_RECORD, LOCK, UNFINISHED, DAMAGED, AUDITED, FileMerge.FOLDER, "_SUCCESS");
    /** What survives when results are replaced: the run's own lock, and damaged files that a person may want to look at. */
    private static final Set<String> KEPT = Set.of(LOCK, DAMAGED);

    private static final int LARGEST_RECORD = 64 << 20;

    private final String name;
    private final Folder folder;

    /**
     * A directory, which need not exist.
     *
     * @param name the name that the user gave
     */
    public ResultsDirectory(String name, Folder folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The name that the user gave. */
    public String name() {
        return name;
    }

    /** Where it is. */
    public Folder folder() {
        return folder;
    }

    /**
     * Checks, without writing, that results can go here: replacing existing ones, or added to them.
     *
     * @param conflict why they cannot be added to those of an earlier run; empty if they can
     */
    public void check(Existing existing, Function<EarlierRun, Optional<String>> conflict) {
        try {
            if (!folder.exists()) {
                checkParent();
                return;
            }
            if (!folder.isFolder()) {
                throw new InputException(name + " is a file; results need a directory");
            }
            checkWritable(folder);
            checkEntries();
            if (existing == Existing.RESUME) {
                checkEarlier(conflict);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void checkEntries() throws IOException {
        List<Folder.Entry> entries = folder.entries();
        boolean recorded = entries.stream()
                .map(Folder.Entry::name)
                .anyMatch(file -> file.equals(RECORD) || file.equals(NEXT_RECORD));
        Optional<String> foreign = entries.stream()
                .filter(entry -> !isOurs(entry))
                .map(Folder.Entry::name)
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
        Optional<Folder> parent = folder.parent();
        while (parent.isPresent() && !parent.get().exists()) {
            parent = parent.get().parent();
        }
        if (parent.isPresent() && !parent.get().isFolder()) {
            throw new InputException(name + ": " + parent.get().shown() + " is a file, not a directory");
        }
        parent.ifPresent(this::checkWritable);
    }

    private void checkWritable(Folder directory) {
        if (directory.local().isPresent() && !Files.isWritable(directory.local().get())) {
            throw new InputException(name + " cannot be written: no permission to write to " + directory.shown());
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
            folder.create();
            return folder.local().isPresent()
                    ? ProcessLock.take(folder.local().get().resolve(LOCK), name)
                    : LeaseLock.take(folder, LOCK, name, notes, LeaseLock.USUAL_PACE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What the record says about earlier runs; empty if there is no record. */
    public Optional<EarlierRun> earlier() {
        try {
            if (folder.has(RECORD)) {
                return Optional.of(EarlierRun.read(content(RECORD)));
            }
            // A run may have been killed while it replaced the record.
            return folder.has(NEXT_RECORD) ? next() : Optional.empty();
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
        try (InputStream in = folder.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST_RECORD + 1);
            if (bytes.length > LARGEST_RECORD) {
                throw new IOException("it has more than " + LARGEST_RECORD + " bytes");
            }
            return bytes;
        }
    }

    /** The Parquet files, by name. */
    public List<DataFile> dataFiles() throws IOException {
        return folder.entries().stream()
                .filter(ResultsDirectory::isData)
                .map(entry -> new DataFile(folder, entry.name(), entry.bytes()))
                .sorted(Comparator.comparing(DataFile::name))
                .toList();
    }

    /** Moves a damaged file to a folder that readers ignore; nothing is deleted. */
    public void setAside(String file) throws IOException {
        Folder damaged = folder.folder(DAMAGED);
        damaged.create();
        String target = file;
        for (int i = 2; damaged.has(target); i++) {
            target = i + "-" + file;
        }
        folder.move(file, damaged, target);
    }

    /** Deletes rows that a killed run had not yet committed. */
    public void deleteUnfinished() throws IOException {
        folder.delete(UNFINISHED);
    }

    /** Cleans up after a killed run. */
    public void recover() throws IOException {
        deleteUnfinished();
        merge().recover();
    }

    /** The folder for what is not yet complete. */
    public Folder unfinished() {
        return folder.folder(UNFINISHED);
    }

    /** The place for rows that are simulated only to be compared, which readers ignore. */
    public ResultsDirectory audited() {
        return new ResultsDirectory(name + "/" + AUDITED, folder.folder(AUDITED));
    }

    /** Deletes it. */
    public void delete() throws IOException {
        folder.delete();
    }

    /** Replaces several files by one. */
    public FileMerge merge() {
        return new FileMerge(folder);
    }

    /** Deletes earlier results. */
    public void deleteResults() {
        try {
            for (Folder.Entry entry : folder.entries()) {
                if (isOurs(entry) && !KEPT.contains(entry.name())) {
                    folder.delete(entry.name());
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
        folder.write(NEXT_RECORD, text);
        folder.replace(NEXT_RECORD, RECORD);
    }

    /** Deletes what is not committed, and the record if there are no results. */
    public void abandon() throws IOException {
        deleteUnfinished();
        if (dataFiles().isEmpty()) {
            folder.delete(RECORD);
            folder.delete(NEXT_RECORD);
        }
    }

    /** Deletes the directory if it is empty. */
    public void deleteIfEmpty() throws IOException {
        if (folder.exists() && folder.entries().isEmpty()) {
            folder.delete();
        }
    }

    private static boolean isOurs(Folder.Entry entry) {
        String file = entry.name();
        boolean checksum = file.startsWith(".") && file.endsWith(".crc");
        String of = checksum ? file.substring(1, file.length() - ".crc".length()) : file;
        return OURS.contains(of) || (entry.isFile() && of.endsWith(".parquet"));
    }

    static boolean isData(Folder.Entry entry) {
        String file = entry.name();
        return entry.isFile() && file.endsWith(".parquet") && !file.startsWith(".") && !file.startsWith("_");
    }

    private InputException unwritable(IOException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return new InputException(
                name + " cannot be written: " + reason.lines().findFirst().orElse(""));
    }
}
