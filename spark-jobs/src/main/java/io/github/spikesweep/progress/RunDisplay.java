package io.github.spikesweep.command;

import io.github.spikesweep.job.LineProgress;
import io.github.spikesweep.job.Progress;
import io.github.spikesweep.job.TerminalProgress;
import java.io.PrintWriter;

/** Shows a run to the user: on a terminal by a bar, otherwise by a line now and then. */
abstract class RunDisplay implements Progress.Display, AutoCloseable {
    private RunDisplay() {}

    /** The display of this program, which writes to {@code err}. */
    static RunDisplay on(PrintWriter err) {
        return Terminal.isAttached() ? new OnTerminal() : new InLines(err);
    }

    @Override
    public void close() {}

    private static final class InLines extends RunDisplay {
        private final PrintWriter err;

        InLines(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void note(String line) {
            err.println(line);
            err.flush();
        }

        @Override
        public Progress open(String name, long rows, long before) {
            return new LineProgress(err, name);
        }
    }

    private static final class OnTerminal extends RunDisplay {
        private static final String START_OF_LINE = "\r\u001b[K";

        OnTerminal() {
            System.err.print("Starting Spark…");
            System.err.flush();
        }

        @Override
        public void note(String line) {
            System.err.println(START_OF_LINE + line);
        }

        @Override
        public Progress open(String name, long rows, long before) {
            System.err.print(START_OF_LINE);
            return new TerminalProgress(System.err, name, rows, before);
        }

        @Override
        public void close() {
            System.err.print(START_OF_LINE);
            System.err.flush();
        }
    }
}
