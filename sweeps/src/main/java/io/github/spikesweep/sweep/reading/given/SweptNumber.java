package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.reading.axis.AxisSource;
import java.util.function.ObjDoubleConsumer;

/** Reads a number that is a key of the file or an axis of the same name, and checks every value that it has. */
record SweptNumber(GivenKeys keys, Scope scope, String name) {
    /** The most values of an axis that is not listed in the file: all of them are checked. */
    private static final long MOST_COMPUTED = 10_000;

    /**
     * The number, or the name of the axis.
     *
     * @param check refuses invalid values; it gets the entry of each
     */
    Expression read(ParameterSpace space, ObjDoubleConsumer<Entry> check) {
        if (keys.hasAxis(name)) {
            keys.file()
                    .find(name)
                    .ifPresent(entry -> keys.checkSetOnce(name, keys.file().positionOf(name)));
            checkAxis(space.axes().get(keys.axisIndex(name)), check);
            return new Expression.Name(name);
        }
        Entry entry = keys.file().require(name);
        double value = scope.time(entry, "'" + name + "'");
        check.accept(entry, value);
        return new Expression.Literal(value);
    }

    private void checkAxis(Axis axis, ObjDoubleConsumer<Entry> check) {
        AxisSource source = keys.axes().get(name);
        if (axis.size() > MOST_COMPUTED && !(axis.values() instanceof NumberList)) {
            throw new InputException(
                    keys.axisPosition(name),
                    "axis '" + name + "' has " + axis.size() + " values; at most " + MOST_COMPUTED
                            + " are accepted unless the file lists each value");
        }
        for (int i = 0; i < axis.size(); i++) {
            check.accept(source.place(i), axis.value(i));
        }
    }
}
