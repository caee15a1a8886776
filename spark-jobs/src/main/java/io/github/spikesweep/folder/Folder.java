package io.github.spikesweep.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A folder, which need not exist. The names of its entries are without a path. Immutable. */
public interface Folder {
    /**
     * An entry of a folder.
     *
     * @param bytes the size of a file
     */
    record Entry(String name, long bytes, boolean isFile) {}

    /** The path, including the file system. */
    String path();

    /** The path on its file system, as a user writes it. */
    String shown();

    /** The folder that it is in; empty for a root. */
    Optional<Folder> parent();

    /** A folder in it. */
    Folder folder(String name);

    /** The local path, if it is on this machine's file system. */
    Optional<Path> local();

    /** The path of an entry, including the file system. */
    String path(String name);

    /** Whether it exists, as a folder or as a file. */
    boolean exists() throws IOException;

    /** Whether it exists as a folder. */
    boolean isFolder() throws IOException;

    /** Whether it has an entry of that name. */
    boolean has(String name) throws IOException;

    /** Its entries. */
    List<Entry> entries() throws IOException;

    /** Creates it, and its parents if necessary. */
    void create() throws IOException;

    /** Deletes an entry, with everything in it; does nothing if it does not exist. */
    void delete(String name) throws IOException;

    /** Deletes it, with everything in it; does nothing if it does not exist. */
    void delete() throws IOException;

    /**
     * Opens a file.
     *
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if it does not exist
     */
    InputStream open(String name) throws IOException;

    /**
     * Writes a small file in one go, so that it survives a power cut.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it exists; other exceptions on some file systems
     */
    void writeNew(String name, byte[] content) throws IOException;

    /** Writes a small file in one go, so that it survives a power cut, and replaces an existing one. */
    void write(String name, byte[] content) throws IOException;

    /** Moves an entry to a folder of the same file system, where there must be none of the new name. */
    void move(String name, Folder target, String as) throws IOException;

    /** Gives a file the name of another, which it replaces: in one step, where the file system can. */
    void replace(String name, String replaced) throws IOException;

    /** A file, to be read. */
    InputFile input(String name) throws IOException;

    /** A new file, to be written. */
    OutputFile output(String name) throws IOException;
}
