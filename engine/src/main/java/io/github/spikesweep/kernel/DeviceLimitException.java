package io.github.spikesweep.kernel;

/** What a kernel has come to can only be computed on the CPU, such as a power that is no normal number. */
public final class DeviceLimitException extends RuntimeException {
    public DeviceLimitException(String message) {
        super(message);
    }
}
