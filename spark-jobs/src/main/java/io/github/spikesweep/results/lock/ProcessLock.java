package io.github.spikesweep.results.lock;

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

/** The operating system's lock on a file, which ends with the process, however that ends. */
public final class ProcessLock implements DirectoryLock {
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
     * @param name the directory as the user gave it
     * @throws InputException if another run has it
     */
    public static ProcessLock take(Path file, String name) throws IOException {
        // The system releases all locks of a process on a file when any of its channels is closed, so there is only one
        // channel.
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
                // The previous holder may have deleted the directory with the lock.
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        }
        return channel.get();
    }

    /** Empty or missing if the run that had the lock has just ended and deleted its file. */
    private static Optional<FileChannel> attempt(Path file, String name) throws IOException {
        create(file);
        Object opened = identity(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw DirectoryLock.held(name, read(channel));
            }
            // A lock on a deleted file does not prevent a lock on a new one.
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
            // It belongs to another run, or to one that was killed.
        }
    }

    /** A key that distinguishes a file from another of the same name; constant if the system has no such key. */
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
        // The system keeps the lock.
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
