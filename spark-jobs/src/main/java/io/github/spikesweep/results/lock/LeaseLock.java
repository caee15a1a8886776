package io.github.spikesweep.results.lock;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A lock for file systems without locks: a file that its holder rewrites at intervals. A file that does not change for a while
 * belongs to a dead run. This compares no clocks of different machines.
 */
public final class LeaseLock implements DirectoryLock {
    public static final Pace USUAL_PACE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(35));
    /** How long another run that started at the same time may take to write the file. */
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(2);

    private static final int LARGEST = 1000;

    private final Folder folder;
    private final String file;
    private final String holder;
    private final Timer timer = new Timer("lock", true);

    private long beats;
    private boolean lost;
    private boolean closed;

    private LeaseLock(Folder folder, String file) {
        this.folder = folder;
        this.file = file;
        this.holder = "host %s, since %s, %s"
                .formatted(host(), Instant.now().truncatedTo(ChronoUnit.SECONDS), UUID.randomUUID());
    }

    /**
     * How the lock is kept alive.
     *
     * @param beat the time between two writes of its file
     * @param patience after how long without a change the holder counts as dead: several beats
     */
    record Pace(Duration beat, Duration patience) {}

    /**
     * Takes the lock.
     *
     * @param folder where the file is
     * @param file its name
     * @param name the directory as the user gave it
     * @param notes shows a line if it takes a while to find out whether a holder is alive
     * @throws InputException if another run has it
     */
    public static LeaseLock take(Folder folder, String file, String name, Consumer<String> notes, Pace pace)
            throws IOException, InterruptedException {
        LeaseLock lock = new LeaseLock(folder, file);
        Duration doubt = pace.beat().compareTo(LONGEST_DOUBT) < 0 ? pace.beat() : LONGEST_DOUBT;
        if (!lock.create()) {
            lock.awaitDeath(name, notes, pace);
            lock.write();
            doubt = pace.beat();
        }
        // If two runs start at the same time, one of them finds the other's name.
        Thread.sleep(doubt.toMillis());
        Optional<String> now = lock.read();
        if (!lock.isOwn(now)) {
            throw DirectoryLock.held(name, shown(now.orElse("")));
        }
        lock.keep(pace.beat());
        return lock;
    }

    /** Returns when the file has not changed for so long that its holder must be dead, or when it is gone. */
    private void awaitDeath(String name, Consumer<String> notes, Pace pace) throws IOException, InterruptedException {
        Optional<String> seen = read();
        seen.ifPresent(holder -> notes.accept(
                "%s: another run started to write there (%s); checking for %d s whether it is still running"
                        .formatted(name, shown(holder), pace.patience().toSeconds())));
        long deadline = System.nanoTime() + pace.patience().toNanos();
        while (seen.isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(pace.beat().toMillis() / 2);
            Optional<String> now = read();
            // A holder that rewrites the file may leave it empty for a moment.
            if (now.isPresent() && !now.get().isEmpty() && !now.equals(seen)) {
                throw DirectoryLock.held(name, shown(now.get()));
            }
            seen = now.isPresent() ? seen : now;
        }
    }

    /** Without the unique part. */
    private static String shown(String holder) {
        return holder.isBlank() ? "just started" : holder.replaceFirst(", [^,]*$", "");
    }

    private boolean create() throws IOException {
        try {
            folder.writeNew(file, nextBeat());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void write() throws IOException {
        folder.write(file, nextBeat());
    }

    private byte[] nextBeat() {
        beats++;
        return (holder + " " + beats).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if the file does not exist. */
    private Optional<String> read() throws IOException {
        try (InputStream in = folder.open(file)) {
            return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean isOwn(Optional<String> text) {
        return text.isPresent() && text.get().startsWith(holder);
    }

    private void keep(Duration beat) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        beat();
                    }
                },
                beat.toMillis(),
                beat.toMillis());
    }

    private synchronized void beat() {
        try {
            if (!closed && isHeld()) {
                write();
            }
        } catch (IOException | RuntimeException e) {
            // The next beat may succeed; if none does, the results cannot be written either.
        }
    }

    private boolean isHeld() throws IOException {
        lost = lost || !isOwn(read());
        return !lost;
    }

    @Override
    public synchronized void check() throws IOException {
        if (!isHeld()) {
            throw new IOException("another run has taken over " + folder.path());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        timer.cancel();
        closed = true;
        if (isHeld()) {
            folder.delete(file);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
