package io.github.spikesweep.command;

import io.github.spikesweep.job.StopSwitch;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** Signals that end a program, while it runs a sweep: they stop the run in an orderly way. */
record CtrlC(Object formerInterrupt, Object formerTerminate) implements AutoCloseable {
    /** That of a program which a signal has ended, by convention. */
    static final int EXIT_CODE = 130;

    private static final String INTERRUPT = "INT";
    private static final String TERMINATE = "TERM";

    /**
     * From now on signals are requests to stop.
     *
     * @param tell takes a line for the user
     */
    static CtrlC stops(StopSwitch stop, Consumer<String> tell) {
        Object interrupt = Signals.register(INTERRUPT, () -> interrupted(stop, tell));
        // Who sends it kills soon.
        Object terminate = Signals.register(TERMINATE, stop::requestAtOnce);
        return new CtrlC(interrupt, terminate);
    }

    private static void interrupted(StopSwitch stop, Consumer<String> tell) {
        switch (stop.request()) {
            case AFTER_WAVE -> tell.accept("stopping after this wave; Ctrl-C once more stops at once");
            case AT_ONCE -> tell.accept("stopping at once");
            case NONE -> Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    @Override
    public void close() {
        Signals.unregister(INTERRUPT, formerInterrupt);
        Signals.unregister(TERMINATE, formerTerminate);
    }
}
