package io.github.spikesweep.document;

import java.util.List;
import java.util.Optional;

/**
 * A mistake in the user's input. Its message is complete (where, what was found, what is accepted) and is shown without
 * changes: on one line, without control characters. Errors of SpikeSweep itself are other exceptions.
 */
public final class InputException extends RuntimeException {
    /** Where it is, alone; empty if it has no position. A list, since it travels with the exception. */
    private final List<Position> positions;

    /** A mistake at a position in a text: {@code file:line:column: message}. */
    public InputException(Position position, String message) {
        super(visible(position + ": " + message));
        this.positions = List.of(position);
    }

    /** A mistake without a position: a missing file, a directory that cannot be written. */
    public InputException(String message) {
        super(visible(message));
        this.positions = List.of();
    }

    /** Where it is, if it has a position. */
    public Optional<Position> position() {
        return positions.stream().findFirst();
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
                case Character.SPACE_SEPARATOR -> visible.append(character == ' ' ? " " : escaped(character));
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
