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
        return switch (++requests) {
            case 1 -> Effect.AFTER_WAVE;
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
