package io.github.spikesweep.equation.reading;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import java.util.IdentityHashMap;

/**
 * Where the parts of parsed expressions stand in their texts. Two equal expressions stand at different places, so a part is
 * known by its identity; expressions themselves have no place and travel without it.
 */
public final class SourceMap {
    private final IdentityHashMap<Expression, Position> positions = new IdentityHashMap<>();

    void put(Expression expression, Position position) {
        positions.put(expression, position);
    }

    /**
     * The place of a part of an expression: its operator, the name of its function, or its start.
     *
     * @param fallback the answer for what was not parsed with this map
     */
    public Position position(Expression expression, Position fallback) {
        return positions.getOrDefault(expression, fallback);
    }
}
