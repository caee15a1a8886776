package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JVM that runs in the background. Its output goes to files, so that failures can be analysed afterwards. It ends when it is
 * closed, or with the JVM of the tests.
 */
final class Jvm implements AutoCloseable {
    /** Only uses the C1 compiler: for short-lived JVMs, which then need half the CPU time to start. */
    static final String COMPILES_SIMPLY = "-XX:TieredStopAtLevel=1";

    /** Ignored signals are inherited by child processes, and shells cannot undo it. */
    private static final List<String> HEEDING_INTERRUPTS = List.of(
            "python3",
            "-c",
            "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])");

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String name;
    private final Process process;
    private final Path out;
    private final Path err;
    private final Thread atExit;

    private Jvm(String name, Process process, Path out, Path err) {
        this.name = name;
        this.process = process;
        this.out = out;
        this.err = err;
        this.atExit = new Thread(() -> killAll(process.toHandle()));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * The result of a JVM.
     *
     * @param code the exit code; 128 plus the number of the signal if it was killed
     */
    record Exit(int code, String out, String err) {}

    /**
     * Starts a JVM of the same Java, with Spark's options and the class data archive.
     *
     * @param name of its files in {@code place}: {@code NAME.out} and {@code NAME.err}
     * @param options of the JVM, such as {@code -Xmx512m}
     * @param line the class path, the main class and its arguments
     */
    static Jvm start(String name, Workplace place, List<String> options, List<String> line)
            throws IOException, InterruptedException {
        ClassArchive archive = place.home().archive();
        archive.make();
        List<String> all = new ArrayList<>(archive.options());
        all.addAll(options);
        return startScript(name, place, command(place, all, line));
    }

    /** The command that starts a JVM in {@code place}. */
    static List<String> command(Workplace place, List<String> options, List<String> line) throws IOException {
        List<String> command = new ArrayList<>(ignoresInterrupts() ? HEEDING_INTERRUPTS : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("@" + Path.of("java.options").toAbsolutePath(), "-Djava.io.tmpdir=" + place.scratch(), "-cp"));
        command.addAll(line);
        return command;
    }

    /** Starts a script that starts a JVM, in the folder and the environment of {@code place}. */
    static Jvm startScript(String name, Workplace place, List<String> command) throws IOException {
        Path out = place.folder().resolve(name + ".out");
        Path err = place.folder().resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.folder().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        place.describe(builder.environment());
        return new Jvm(name, builder.start(), out, err);
    }

    /** Whether this JVM ignores Ctrl-C, and so do its child processes, for example as a background job. Only known on Linux. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.replaceFirst("SigIgn:\\s*", ""), 16) & 2) != 0);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its standard output so far. */
    String out() throws IOException {
        return Files.readString(out);
    }

    /** Its standard error so far; Spark logs there. */
    String err() throws IOException {
        return Files.readString(err);
    }

    /** Waits until a text appears on standard error. */
    MatchResult awaitError(Pattern pattern, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean alive = isAlive();
            Matcher matcher = pattern.matcher(err());
            if (matcher.find()) {
                return matcher.toMatchResult();
            }
            if (!alive || System.nanoTime() > end) {
                String fault = alive ? " did not say within " + patience : " ended before it said";
                throw new IllegalStateException(name + fault + " " + pattern + ":\n" + err());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Waits until it ends; if it does not within {@code patience}, kills it and fails. */
    Exit await(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new IllegalStateException(name + " did not end within " + patience + ":\n" + out() + err());
        }
        return new Exit(process.exitValue(), out(), err());
    }

    /** Kills it with kill -9, like a power failure. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end as Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Requests a full garbage collection and waits for its end; does nothing if the JVM has ended. */
    void collectGarbage() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Kills it and its child processes. */
    @Override
    public void close() {
        killAll(process.toHandle());
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM of the tests is ending, so the hook is not needed any more
        }
    }

    private static void killAll(ProcessHandle process) {
        // Find all before killing any, since children lose their parent with it. Kill the parent first, so that it
        // starts no others.
        Stream.concat(Stream.of(process), process.descendants()).toList().forEach(ProcessHandle::destroyForcibly);
    }
}
