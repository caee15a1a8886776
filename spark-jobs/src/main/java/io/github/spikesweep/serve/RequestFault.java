package io.github.spikesweep.serve;

/** A request that does not have the form of one: a mistake in the program that sends it, not of its user. */
final class RequestFault extends RuntimeException {
    RequestFault(String message) {
        super(message);
    }
}
