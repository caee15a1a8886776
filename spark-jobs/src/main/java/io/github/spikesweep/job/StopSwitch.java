package io.github.spikesweep.job;

/** Lets a user stop a run: the first request ends it after the current wave, the second at once. */
public final class StopSwitch {
    private int requests;
    private Runnable cancellation = () -> {};

    /** The effect of a request. */
    public enum Effect {
        AFTER_WAVE,
        AT_ONCE,
        /** It was already stopping at once. */
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

    /** Sets the action that stops the run at once. It is executed right away if that was already requested. */
    synchronized void onAtOnce(Runnable action) {
        cancellation = action;
        if (isAtOnce()) {
            action.run();
        }
    }
}
