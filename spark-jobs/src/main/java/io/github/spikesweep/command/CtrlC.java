package io.github.spikesweep.command;

import io.github.spikesweep.wave.StopSwitch;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** Makes the signals that usually end a program stop a running sweep in an orderly way. */
record CtrlC(Object formerInterrupt, Object formerTerminate) implements AutoCloseable {
    /** The conventional exit code of a program that was ended by a signal. */
    static final int EXIT_CODE = 130;

    private static final String INTERRUPT = "INT";
    private static final String TERMINATE = "TERM";

    /**
     * Treats signals as requests to stop from now on.
     *
     * @param tell shows a line to the user
     */
    static CtrlC stops(StopSwitch stop, Consumer<String> tell) {
        Object interrupt = Signals.register(INTERRUPT, () -> interrupted(stop, tell));
        // Whoever sends it usually kills the process soon after.
        Object terminate = Signals.register(TERMINATE, stop::requestAtOnce);
        return new CtrlC(interrupt, terminate);
    }

    private static void interrupted(StopSwitch stop, Consumer<String> tell) {
        switch (stop.request()) {
            case ORDERLY, AT_ONCE -> tell.accept(stop.outlook());
            case NONE -> Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    @Override
    public void close() {
        Signals.unregister(INTERRUPT, formerInterrupt);
        Signals.unregister(TERMINATE, formerTerminate);
    }
}
