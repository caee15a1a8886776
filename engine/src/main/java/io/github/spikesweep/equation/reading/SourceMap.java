package io.github.spikesweep.equation.reading;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import java.util.IdentityHashMap;

/**
 * The positions of the parts of parsed expressions. Equal expressions can be at different positions, so parts are identified by
 * identity; expressions themselves do not contain positions.
 */
public final class SourceMap {
    private final IdentityHashMap<Expression, Position> positions = new IdentityHashMap<>();

    void put(Expression expression, Position position) {
        positions.put(expression, position);
    }

    /**
     * The position of a part of an expression: its operator, the name of its function, or its start.
     *
     * @param fallback the answer for what was not parsed with this map
     */
    public Position position(Expression expression, Position fallback) {
        return positions.getOrDefault(expression, fallback);
    }
}
