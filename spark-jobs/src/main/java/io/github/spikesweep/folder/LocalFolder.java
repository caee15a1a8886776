package io.github.spikesweep.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A folder on this machine's file system. */
public final class LocalFolder implements Folder {
    private final Path path;

    /** The folder of that path, which may be relative to the working directory. */
    public LocalFolder(Path path) {
        this.path = path.toAbsolutePath();
    }

    @Override
    public String path() {
        return "file:" + path;
    }

    @Override
    public String shown() {
        return path.toString();
    }

    @Override
    public Optional<Folder> parent() {
        return Optional.ofNullable(path.getParent()).map(LocalFolder::new);
    }

    @Override
    public Folder folder(String name) {
        return new LocalFolder(path.resolve(name));
    }

    @Override
    public Optional<Path> local() {
        return Optional.of(path);
    }

    @Override
    public String path(String name) {
        return "file:" + path.resolve(name);
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    @Override
    public boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    @Override
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                    entries.add(new Entry(name, found.size(), !found.isDirectory()));
                } catch (NoSuchFileException e) {
                    // It was deleted meanwhile, or is a link that leads nowhere.
                    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                        entries.add(new Entry(name, 0, false));
                    }
                }
            }
        }
        return entries;
    }

    @Override
    public void create() throws IOException {
        Files.createDirectories(path);
    }

    @Override
    public void delete(String name) throws IOException {
        delete(path.resolve(name));
        forgetChecksum(name);
    }

    /** Hadoop keeps a checksum beside each file that it writes, and refuses to read one that was replaced. */
    private void forgetChecksum(String name) throws IOException {
        Files.deleteIfExists(path.resolve("." + name + ".crc"));
    }

    @Override
    public void delete() throws IOException {
        delete(path);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(path.resolve(name));
    }

    @Override
    public void writeNew(String name, byte[] content) throws IOException {
        write(path.resolve(name), content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        forgetChecksum(name);
        write(
                path.resolve(name),
                content,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void write(Path file, byte[] content, OpenOption... options) throws IOException {
        try (FileChannel out = FileChannel.open(file, options)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    @Override
    public void move(String name, Folder target, String as) throws IOException {
        Files.move(path.resolve(name), target.local().orElseThrow().resolve(as), StandardCopyOption.ATOMIC_MOVE);
        forgetChecksum(name);
    }

    @Override
    public void replace(String name, String replaced) throws IOException {
        forgetChecksum(replaced);
        Files.move(path.resolve(name), path.resolve(replaced), StandardCopyOption.ATOMIC_MOVE);
        forgetChecksum(name);
    }

    @Override
    public InputFile input(String name) {
        return new LocalFile(path.resolve(name));
    }

    @Override
    public OutputFile output(String name) {
        return new LocalOutputFile(path.resolve(name));
    }
}
