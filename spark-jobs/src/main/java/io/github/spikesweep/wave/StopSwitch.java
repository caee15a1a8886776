package io.github.spikesweep.wave;

import java.util.function.Supplier;

/**
 * Lets a user stop a run. The first request ends it in good order: its rows under way are given up where Spark allows that and the
 * finished ones kept, otherwise the wave goes on to its end. The second ends it at once, with the rows of tasks that have ended.
 */
public final class StopSwitch {
    private static final String NOTHING_RUNS = "stopping";

    private int requests;
    private boolean dropped;
    private Supplier<String> orderly = () -> NOTHING_RUNS;
    private Supplier<String> atOnce = () -> NOTHING_RUNS;
    private Runnable ending = () -> {};
    private Runnable cancellation = () -> {};

    /** The effect of a request. */
    public enum Effect {
        ORDERLY,
        AT_ONCE,
        /** It was already stopping at once. */
        NONE
    }

    /** What becomes of what is running, for the user, after the last request. */
    public synchronized String outlook() {
        return requests > 1 ? atOnce.get() : orderly.get();
    }

    /** Sets what {@link #outlook()} says after the first request and after the second. */
    public synchronized void explain(Supplier<String> first, Supplier<String> second) {
        orderly = first;
        atOnce = second;
    }

    /** Asks the run to stop. */
    public synchronized Effect request() {
        return switch (++requests) {
            case 1 -> {
                ending.run();
                yield Effect.ORDERLY;
            }
            case 2 -> {
                cancellation.run();
                yield Effect.AT_ONCE;
            }
            default -> Effect.NONE;
        };
    }

    /** Asks the run to stop at once. */
    public synchronized void requestAtOnce() {
        requests = Math.max(requests, 2);
        cancellation.run();
    }

    /** Stops the run at once since there is nothing to keep, though only an orderly end was asked for. */
    public synchronized void drop() {
        dropped = true;
        cancellation.run();
    }

    public synchronized boolean isRequested() {
        return requests > 0;
    }

    public synchronized boolean isAtOnce() {
        return requests > 1 || dropped;
    }

    /** Sets the action that ends the wave early but in good order. It is executed right away if that was already requested. */
    public synchronized void onOrderly(Runnable action) {
        ending = action;
        if (isRequested()) {
            action.run();
        }
    }

    /** Sets the action that stops the run at once. It is executed right away if that was already requested. */
    public synchronized void onAtOnce(Runnable action) {
        cancellation = action;
        if (isAtOnce()) {
            action.run();
        }
    }
}
