package io.github.spikesweep.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Executes command lines, each in a separate JVM that is started like the launcher's, with 512 MB of memory. */
final class ChildJvm {
    private static final long PATIENCE_SECONDS = 120;

    /** A time as the shell prints it: {@code 0m0.41s}. */
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

    private final Path folder;

    /** @param folder for the output of the JVMs */
    ChildJvm(Path folder) {
        this.folder = folder;
    }

    /**
     * The result of a command line.
     *
     * @param took from start to exit, or the CPU time if that is less, since other processes may slow it down
     */
    record Result(Execution execution, Duration took) {}

    Result execute(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Path times = Files.createTempFile(folder, "times", "");
        List<String> line = new ArrayList<>(List.of(
                "sh",
                "-c",
                "\"$@\"; code=$?; times >\"$0\"; exit $code",
                times.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "@java.options",
                "-cp",
                System.getProperty("java.class.path"),
                SpikeSweep.class.getName()));
        line.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        long start = System.nanoTime();
        Process shell = builder.start();
        if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.waitFor();
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration processor = processorTime(Files.readString(times));
        return new Result(
                new Execution(shell.exitValue(), Files.readString(out), Files.readString(err)),
                wall.compareTo(processor) < 0 ? wall : processor);
    }

    /** User and system time of the shell and its child processes. */
    private static Duration processorTime(String times) {
        Matcher time = TIME.matcher(times);
        Duration sum = Duration.ZERO;
        while (time.find()) {
            long millis = Math.round(Double.parseDouble(time.group(2)) * 1000);
            sum = sum.plusMinutes(Long.parseLong(time.group(1))).plusMillis(millis);
        }
        return sum;
    }
}
