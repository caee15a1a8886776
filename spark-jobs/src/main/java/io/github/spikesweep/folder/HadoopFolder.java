package io.github.spikesweep.folder;

import io.github.spikesweep.path.HadoopPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A folder on one of Hadoop's file systems, other than the local one. */
public final class HadoopFolder implements Folder {
    private final FileSystem files;
    private final Path path;

    private HadoopFolder(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    /**
     * The folder that a user named.
     *
     * @param given a URI, or a path on Hadoop's default file system
     */
    public static Folder at(String given, Configuration hadoop) throws IOException {
        Path path = HadoopPath.of(given);
        FileSystem files = path.getFileSystem(hadoop);
        return files instanceof LocalFileSystem local
                ? new LocalFolder(local.pathToFile(path).toPath())
                : new HadoopFolder(files, files.makeQualified(path));
    }

    private Path in(String name) {
        return HadoopPath.in(path, name);
    }

    @Override
    public String path() {
        return path.toString();
    }

    @Override
    public String shown() {
        return path.toUri().getPath();
    }

    @Override
    public Optional<Folder> parent() {
        return Optional.ofNullable(path.getParent()).map(parent -> new HadoopFolder(files, parent));
    }

    @Override
    public Folder folder(String name) {
        return new HadoopFolder(files, in(name));
    }

    @Override
    public Optional<java.nio.file.Path> local() {
        return Optional.empty();
    }

    @Override
    public String path(String name) {
        return in(name).toString();
    }

    @Override
    public boolean exists() throws IOException {
        return files.exists(path);
    }

    @Override
    public boolean isFolder() throws IOException {
        return files.exists(path) && files.getFileStatus(path).isDirectory();
    }

    @Override
    public boolean has(String name) throws IOException {
        return files.exists(in(name));
    }

    @Override
    public List<Entry> entries() throws IOException {
        return Arrays.stream(files.listStatus(path)).map(HadoopFolder::entry).toList();
    }

    private static Entry entry(FileStatus status) {
        return new Entry(status.getPath().getName(), status.getLen(), status.isFile());
    }

    @Override
    public void create() throws IOException {
        files.mkdirs(path);
    }

    @Override
    public void delete(String name) throws IOException {
        files.delete(in(name), true);
    }

    @Override
    public void delete() throws IOException {
        files.delete(path, true);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return files.open(in(name));
    }

    @Override
    public void writeNew(String name, byte[] content) throws IOException {
        try {
            write(name, content, false);
        } catch (FileAlreadyExistsException e) {
            throw new java.nio.file.FileAlreadyExistsException(path(name));
        } catch (IOException e) {
            if (has(name)) {
                throw new java.nio.file.FileAlreadyExistsException(path(name)); // Not every file system says so.
            }
            throw e;
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        write(name, content, true);
    }

    private void write(String name, byte[] content, boolean replace) throws IOException {
        try (FSDataOutputStream out = files.create(in(name), replace)) {
            out.write(content);
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync();
            }
        }
    }

    @Override
    public void move(String name, Folder target, String as) throws IOException {
        if (!files.rename(in(name), ((HadoopFolder) target).in(as))) {
            throw new IOException(path(name) + " cannot be moved to " + target.path(as));
        }
    }

    @Override
    public void replace(String name, String replaced) throws IOException {
        files.delete(in(replaced), false);
        move(name, this, replaced);
    }

    @Override
    public InputFile input(String name) throws IOException {
        return HadoopInputFile.fromPath(in(name), files.getConf());
    }

    @Override
    public OutputFile output(String name) throws IOException {
        return HadoopOutputFile.fromPath(in(name), files.getConf());
    }
}
