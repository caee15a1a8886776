package io.github.spikesweep.job;

/** How a user stops a run: once, and it ends with the current wave; twice, and it ends at once. */
public final class StopSwitch {
    private int requests;
    private Runnable cancellation = () -> {};

    /** What a request makes of the run. */
    public enum Effect {
        AFTER_WAVE,
        AT_ONCE,
        /** It was to stop at once before. */
        NONE
    }

    /** Asks the run to stop. */
    public synchronized Effect request() {
        requests++;
        if (requests == 1) {
            return Effect.AFTER_WAVE;
        }
        if (requests == 2) {
            cancellation.run();
            return Effect.AT_ONCE;
        }
        return Effect.NONE;
    }

    /** Asks the run to stop at once. */
    public synchronized void requestAtOnce() {
        requests = Math.max(requests, 2);
        cancellation.run();
    }

    synchronized boolean isRequested() {
        return requests > 0;
    }

    synchronized boolean isAtOnce() {
        return requests > 1;
    }

    /** From now on {@code action} is what stops the run at once; at once, if that was asked for already. */
    synchronized void onAtOnce(Runnable action) {
        cancellation = action;
        if (isAtOnce()) {
            action.run();
        }
    }
}
