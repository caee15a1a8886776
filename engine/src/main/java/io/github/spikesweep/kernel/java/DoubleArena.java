package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout.Place;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The arena of what a kernel of single precision computes in double, and unrounded copies of the quantities that go into it. */
final class DoubleArena {
    private static final String ARRAY = Precision.DOUBLE.label() + "[] ";
    /** The array in the source. */
    static final String NAME = "d";

    private final Rows rows;
    private final Map<Value, Place> places = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final int elements;

    /** @param inKernel where a quantity is in the kernel's precision */
    DoubleArena(
            LoopSource source,
            List<List<Value>> loops,
            List<Value> results,
            int lanes,
            Function<Value, Place> inKernel) {
        this.rows = Rows.inDouble(lanes);
        source.storedInvariants().stream().filter(Value::inDouble).forEach(value -> rows.put(value, rows.newRow()));
        rows.assign(loops, results, Map.of(), Map.of());
        List<Value> quantities = source.quantitiesInDouble();
        for (Value quantity : quantities) {
            if (quantity.varies()) {
                Integer row = rows.row(quantity);
                places.put(quantity, new Place(row == null ? rows.newRow() : row, true));
            }
        }
        int next = rows.elements();
        for (Value quantity : quantities) {
            if (!quantity.varies()) {
                places.put(quantity, new Place(next++, false));
            }
            int from = inKernel.apply(quantity).element();
            int to = places.get(quantity).element();
            writes.add(
                    quantity.varies()
                            ? "if (element >= %d && element < %d) { d[element - %d + %d] = value; }"
                                    .formatted(from, from + lanes, from, to)
                            : "if (element == %d) { d[%d] = value; }".formatted(from, to));
        }
        this.elements = next;
    }

    /** The row of a value; null if it has none. */
    Integer row(Value value) {
        return rows.row(value);
    }

    /** Where the values of a quantity are. */
    Place place(Value quantity) {
        return places.get(quantity);
    }

    /** Statements that copy {@code value} if it is written to an {@code element} that holds a quantity. */
    List<String> writes() {
        return writes;
    }

    /** Declares the array, if there is anything in it. */
    void field(JavaText java) {
        if (elements > 0) {
            java.line("private final " + ARRAY + NAME + " = new double[" + elements + "];");
        }
    }

    /** Makes it a local variable. */
    static void local(JavaText java) {
        java.line("final " + ARRAY + NAME + " = this." + NAME + ";");
    }
}
