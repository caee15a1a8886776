package io.github.spikesweep.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** What a run shows the user while it runs. */
public interface RunDisplay extends AutoCloseable {
    /** Shows a run to the user: a progress bar on a terminal, otherwise a line now and then on {@code err}. */
    static RunDisplay on(PrintWriter err) {
        return TerminalDisplay.isPossible() ? new TerminalDisplay(System.err) : new LineDisplay(err);
    }

    /** Shows a single line. */
    void note(String line);

    /**
     * Shows the progress of a run until closed.
     *
     * @param name the name of the sweep
     */
    Shown show(String name, Supplier<RunStatus> status);

    @Override
    default void close() {}

    /** Progress that is being shown. */
    @FunctionalInterface
    interface Shown extends AutoCloseable {
        @Override
        void close();

        /** Calls {@code show} again and again. */
        static Shown every(Duration interval, Runnable show) {
            Timer timer = new Timer("progress", true);
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    show.run();
                }
            };
            timer.schedule(task, interval.toMillis(), interval.toMillis());
            return timer::cancel;
        }
    }
}
