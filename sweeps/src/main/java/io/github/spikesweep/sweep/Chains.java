package io.github.spikesweep.sweep;

import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Chains of rows: a row starts from the state in which its neighbour along an axis has ended. That axis is the last one of the space, so the rows of a chain have
 * consecutive ids. Its first row starts as every row does without chains.
 *
 * @param along the name of the axis; empty if there are no chains
 * @param course in which order of the axis' values
 */
public record Chains(String along, Course course) implements Serializable {
    /** Every row starts by itself. */
    public static final Chains NONE = new Chains("", Course.UP);

    /** The first axis of the space where there are chains in both directions: the labels of {@link Course#UP} and {@link Course#DOWN}. */
    public static final String DIRECTION = "direction";

    /** The most rows of a chain: they are simulated one after the other, and written together. */
    public static final long MOST_ROWS = 10_000;

    /** In which order of the values rows follow each other. */
    public enum Course {
        /** From the lowest to the highest. */
        UP,
        /** From the highest to the lowest. */
        DOWN,
        /** A chain up and one down. */
        BOTH;

        /** As it is written in sweep files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The directions of the chains. */
        public List<Course> directions() {
            return this == BOTH ? List.of(UP, DOWN) : List.of(this);
        }
    }

    /** Whether there are any. */
    public boolean isPresent() {
        return !along.isEmpty();
    }

    /** How many rows of the full space a chain has; 1 if every row starts by itself. */
    public long length(ParameterSpace space) {
        return isPresent() ? last(space).size() : 1;
    }

    /** How many rows of a chain are simulated before a row. */
    public long place(ParameterSpace space, long id) {
        long length = length(space);
        return isReversed(space, id) ? length - 1 - id % length : id % length;
    }

    /** The id of the row at a place in the chain of another row. */
    public long at(ParameterSpace space, long id, long place) {
        long length = length(space);
        long first = id - id % length;
        return isReversed(space, id) ? first + length - 1 - place : first + place;
    }

    /** Whether the chain of a row goes from the last value of its axis to the first. */
    private boolean isReversed(ParameterSpace space, long id) {
        boolean up = course == Course.UP || (course == Course.BOTH && id < space.size() / 2);
        Axis axis = last(space);
        boolean rises = axis.value(0) < axis.value(axis.size() - 1);
        return up != rises;
    }

    /** Whether rows depend on those with higher ids, so that further values at the end of the axis change them. */
    public boolean isReversed(ParameterSpace space) {
        return isPresent() && (isReversed(space, 0) || isReversed(space, space.size() - 1));
    }

    /** About how many rows are simulated for each selected one: all that are before it in its chain are, too. */
    public double simulated(Selection selection) {
        if (!isPresent() || selection.size() == 0) {
            return 1;
        }
        ParameterSpace space = selection.space();
        IndexRanges along = selection.along(space.blocks().size() - 1);
        long first = along.at(0);
        long last = along.at(along.count() - 1);
        double up = Math.max(place(space, first), place(space, last)) + 1;
        long other = space.size() - length(space);
        double down = Math.max(place(space, other + first), place(space, other + last)) + 1;
        return (up + down) / 2 / along.count();
    }

    private static Axis last(ParameterSpace space) {
        return space.axes().get(space.axes().size() - 1);
    }
}
