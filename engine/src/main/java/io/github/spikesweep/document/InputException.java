package io.github.spikesweep.document;

/**
 * The user's fault: input that cannot be accepted. Its message is complete (where, what was found, what is accepted) and
 * is shown as it stands: on one line, with nothing in it that a terminal would obey. Faults of SpikeSweep itself are any
 * other exception.
 */
public final class InputException extends RuntimeException {
    /** A fault at a place in a text: {@code file:line:column: message}. */
    public InputException(Position position, String message) {
        this(position + ": " + message);
    }

    /** A fault that has no line: a file that is missing, a directory that cannot be written. */
    public InputException(String message) {
        super(visible(message));
    }

    private static String visible(String message) {
        StringBuilder visible = new StringBuilder();
        message.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> visible.append(escaped(character));
                default -> visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", character);
        };
    }
}
