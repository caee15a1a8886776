package io.github.spikesweep.document;

import java.io.Serializable;
import java.util.Objects;

/**
 * A position in a user's text.
 *
 * @param source the text's name in messages: a path as the user gave it, or an option such as {@code --where}
 * @param line line, from 1
 * @param column column, from 1
 */
public record Position(String source, int line, int column) implements Serializable {
    public Position {
        Objects.requireNonNull(source, "source");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1: " + line + ", " + column);
        }
    }

    /** The position at the start of {@code source}. */
    public static Position startOf(String source) {
        return new Position(source, 1, 1);
    }

    /** The position {@code columns} further right on the same line. */
    public Position plus(int columns) {
        return new Position(source, line, column + columns);
    }

    /** {@code source:line:column}, as compilers print it. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
