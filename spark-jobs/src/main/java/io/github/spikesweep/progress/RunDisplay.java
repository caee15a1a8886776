package io.github.spikesweep.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** What a run tells the user while it goes on. */
public interface RunDisplay extends AutoCloseable {
    /** On a terminal a bar, otherwise a line now and then to {@code err}. */
    static RunDisplay on(PrintWriter err) {
        return TerminalDisplay.isPossible() ? new TerminalDisplay(System.err) : new LineDisplay(err);
    }

    /** Tells something once, in a line. */
    void note(String line);

    /**
     * Shows how far a run is, until that is closed.
     *
     * @param name the sweep's
     */
    Shown show(String name, Supplier<RunStatus> status);

    @Override
    default void close() {}

    /** Something that is shown. */
    @FunctionalInterface
    interface Shown extends AutoCloseable {
        @Override
        void close();

        /** What shows something again and again. */
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
