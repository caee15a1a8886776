package io.github.spikesweep.document;

/**
 * The user's fault: input that cannot be accepted. Its message is complete (where, what was found, what is accepted) and
 * is shown as it stands. Faults of SpikeSweep itself are any other exception.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault at a place in a text: {@code file:line:column: message}. */
    public InputException(Position position, String message) {
        super(position + ": " + message);
    }

    /** A fault that has no line: a file that is missing, a directory that cannot be written. */
    public InputException(String message) {
        super(message);
    }
}
