package io.github.spikesweep.progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress on a terminal: a bar with rows, speed, tasks and the time left. It disappears when the run has ended. */
final class TerminalDisplay implements RunDisplay {
    private static final int INTERVAL_MILLIS = 500;
    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_REST_OF_LINE = "\u001b[K";
    private static final String ERASED_LINE = TO_START_OF_LINE + ERASE_REST_OF_LINE;

    private final PrintStream out;

    /** Says that Spark starts, which takes a while. */
    TerminalDisplay(PrintStream out) {
        this.out = out;
        out.print("Starting Spark…");
        out.flush();
    }

    /** Whether input and output are a terminal with a movable cursor. */
    @SuppressWarnings("SystemConsoleNull") // null without a terminal up to Java 21; from 22 on isTerminal says it
    static boolean isPossible() {
        String kind = System.getenv("TERM");
        Console console = System.console();
        return console != null && kind != null && !kind.equals("dumb") && isTerminal(console);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void note(String line) {
        out.println(ERASED_LINE + line);
    }

    @Override
    public Shown show(String name, Supplier<RunStatus> status) {
        out.print(ERASED_LINE);
        ProgressBar bar = new ProgressBarBuilder()
                .setRenderer((state, width) -> StatusText.bar(name, status.get(), width))
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                // Otherwise it only redraws when there are new rows, but the time left changes anyway.
                .continuousUpdate()
                .setConsumer(new DelegatingProgressBarConsumer(
                        text -> out.print(TO_START_OF_LINE + text + ERASE_REST_OF_LINE)))
                .build();
        return () -> {
            bar.close();
            out.print(ERASED_LINE);
        };
    }

    @Override
    public void close() {
        out.print(ERASED_LINE);
        out.flush();
    }
}
