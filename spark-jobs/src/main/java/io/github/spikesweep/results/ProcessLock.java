package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A lock of the operating system on a file: it ends with the process, in whatever way that ends. */
final class ProcessLock implements DirectoryLock {
    private static final String OF_THIS_PROGRAM = "spikesweep.lock.";

    private final Path file;
    private final FileChannel channel;
    private final String key;

    private ProcessLock(Path file, FileChannel channel, String key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /**
     * Takes the lock.
     *
     * @param name what the user calls the directory
     * @throws InputException if another run has it
     */
    static ProcessLock take(Path file, String name) throws IOException {
        // The system ends all locks of a process on a file when one of the channels to it is closed. So there is one.
        String key =
                OF_THIS_PROGRAM + file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        if (System.getProperties().putIfAbsent(key, name) != null) {
            throw DirectoryLock.held(name, "this program");
        }
        try {
            return new ProcessLock(file, locked(file, name), key);
        } catch (IOException | RuntimeException e) {
            System.clearProperty(key);
            throw e;
        }
    }

    private static FileChannel locked(Path file, String name) throws IOException {
        Optional<FileChannel> channel = Optional.empty();
        while (channel.isEmpty()) {
            try {
                channel = attempt(file, name);
            } catch (NoSuchFileException e) {
                // Whoever had the lock may have deleted the directory with it.
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        }
        return channel.get();
    }

    /** Empty, or no such file, if the run that had the lock ended, and deleted its file, just now. */
    private static Optional<FileChannel> attempt(Path file, String name) throws IOException {
        create(file);
        Object opened = identity(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw DirectoryLock.held(name, read(channel));
            }
            // A lock on a file that was deleted keeps nobody from a new one.
            if (!opened.equals(identity(file))) {
                channel.close();
                return Optional.empty();
            }
            String holder = "process %d, since %s\n"
                    .formatted(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(channel);
        } catch (IOException | InputException e) {
            channel.close();
            throw e;
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // That of another run, or one that was killed.
        }
    }

    /** What tells a file from another of the same name; always the same where the system knows no such thing. */
    private static Object identity(Path file) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(200);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("just started");
    }

    @Override
    public void check() {
        // The system keeps it.
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            System.clearProperty(key);
        }
    }
}
