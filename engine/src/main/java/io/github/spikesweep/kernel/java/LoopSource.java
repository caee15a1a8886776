package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes the loops of a kernel, and what they need that is computed before them. Nothing of a model's text gets into it: names
 * are made from numbers, and the operations are those of {@link Operation}.
 *
 * <p>The shape is what C2 vectorises (see the benchmark notes): one array for everything, rows at offsets known when
 * compiled, a trip count known when compiled, and bodies of a few dozen operations, each loop in its own method.
 */
final class LoopSource {
    private final List<List<Value>> loops;
    private final ComputedValues computed;
    private final List<Value> results;

    /** @param results what must be there after the last loop */
    LoopSource(List<List<Value>> loops, List<Value> results) {
        this.loops = loops;
        this.results = results;
        this.computed = new ComputedValues(loops.stream().flatMap(List::stream).toList(), results);
    }

    /** The values computed once that differ between lanes and are needed in every step. */
    List<Value> storedInvariants() {
        return computed.invariants().stream()
                .filter(value -> value.varies() && (results.contains(value) || isUsedByLoops(value)))
                .toList();
    }

    private boolean isUsedByLoops(Value value) {
        return loops.stream()
                .anyMatch(loop -> loop.stream().anyMatch(v -> v.arguments().contains(value)));
    }

    /** The quantities that are read in double precision in a kernel that has another. */
    List<Value> quantitiesInDouble() {
        return computed.invariants().stream()
                .filter(value -> value.inDouble() && Symbols.isQuantity(value))
                .toList();
    }

    boolean dependsOnTime() {
        return !computed.times().isEmpty();
    }

    void fields(JavaText java) {
        List<Value> fields = new ArrayList<>();
        computed.invariants().stream().filter(value -> !value.varies()).forEach(fields::add);
        fields.addAll(computed.times());
        fields.forEach(value -> java.line("private " + java.type(value) + " " + JavaText.field(value) + ";"));
    }

    /**
     * Computes the invariants: those common to all lanes into fields, then the others into rows, which {@code prepare(from, to)} does alone for some lanes.
     *
     * @param rows the row of each stored value
     * @param quantities where a quantity's values are
     */
    void prepare(
            JavaText java, int lanes, Function<Value, Integer> rows, Function<Value, KernelLayout.Place> quantities) {
        java.open("public void prepare(double step)");
        java.line("this.step = step;");
        for (Value value : computed.invariants()) {
            if (!value.varies()) {
                java.line(JavaText.field(value) + " = " + invariant(java, value, quantities) + ";");
            }
        }
        java.line("prepare(0, " + lanes + ");");
        java.close();
        java.open("private void prepare(int from, int to)");
        java.open("for (int i = from; i < to; i++)");
        for (Value value : computed.invariants()) {
            if (value.varies()) {
                java.line("final " + java.type(value) + " " + JavaText.local(value) + " = "
                        + invariant(java, value, quantities) + ";");
                Integer row = rows.apply(value);
                if (row != null && !value.arguments().isEmpty()) {
                    java.line(JavaText.element(value, row) + " = " + JavaText.local(value) + ";");
                }
            }
        }
        java.close();
        java.close();
    }

    private static String invariant(JavaText java, Value value, Function<Value, KernelLayout.Place> quantities) {
        if (Symbols.isStep(value)) {
            return "(" + java.type(value) + ") step";
        }
        if (Symbols.isQuantity(value)) {
            KernelLayout.Place place = quantities.apply(value);
            return place.perLane()
                    ? JavaText.element(value, place.element())
                    : JavaText.arena(value) + "[" + place.element() + "]";
        }
        return java.expression(value, v -> v.varies() ? JavaText.local(v) : JavaText.field(v));
    }

    void times(JavaText java) {
        java.open("private void times(double time)");
        for (Value value : computed.times()) {
            boolean isTime = Symbols.isTime(value) || Symbols.isStart(value);
            java.line(
                    JavaText.field(value) + " = " + (isTime ? "time" : java.expression(value, JavaText::field)) + ";");
        }
        java.close();
    }

    /** The calls of all loops in order. */
    void calls(JavaText java) {
        calls(java, 0, loops.size());
    }

    /** The calls of the loops from one number to before another. */
    void calls(JavaText java, int from, int to) {
        for (int loop = from; loop < to; loop++) {
            java.line("loop" + loop + "();");
        }
    }

    void methods(JavaText java, int lanes, Function<Value, Integer> rows) {
        for (int loop = 0; loop < loops.size(); loop++) {
            method(java, loop, lanes, rows);
        }
    }

    private void method(JavaText java, int index, int lanes, Function<Value, Integer> rows) {
        List<Value> loop = loops.get(index);
        java.openLoop("loop" + index);
        shared(java, loop, rows);
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        LanePairing pairing = new LanePairing(loop);
        lane(java, loop, pairing::form, rows);
        // Stores come after all loads: a row read for the last time may be written in the same loop.
        for (Value value : loop) {
            if (rows.apply(value) != null) {
                java.line(JavaText.element(value, rows.apply(value)) + " = " + JavaText.local(value) + ";");
            }
        }
        java.close();
        java.close();
    }

    /** Before loops over lanes: what is the same in all of them. */
    static void shared(JavaText java, List<Value> values, Function<Value, Integer> rows) {
        Set<Value> inputs = inputs(values);
        if (Stream.concat(inputs.stream(), values.stream())
                .anyMatch(value -> value.inDouble() && rows.apply(value) != null)) {
            DoubleArena.local(java);
        }
        for (Value input : inputs) {
            if (!input.varies() && !input.isConstant()) {
                java.line("final " + java.type(input) + " " + JavaText.field(input) + " = this." + JavaText.field(input)
                        + ";");
            }
        }
    }

    /** Loads what values need in lane {@code i}, and computes them. */
    static void lane(
            JavaText java, List<Value> values, Function<Value, LanePairing.Form> forms, Function<Value, Integer> rows) {
        for (Value input : inputs(values)) {
            if (input.varies()) {
                java.line("final " + java.type(input) + " " + JavaText.local(input) + " = "
                        + JavaText.element(input, rows.apply(input)) + ";");
            }
        }
        for (Value value : values) {
            Function<Value, String> names = v -> v.varies() ? JavaText.local(v) : JavaText.field(v);
            java.line("final " + java.type(value) + " " + JavaText.local(value) + " = "
                    + java.expression(value, forms.apply(value), names) + ";");
        }
    }

    private static Set<Value> inputs(List<Value> values) {
        Set<Value> inputs = new LinkedHashSet<>();
        values.forEach(value -> inputs.addAll(value.arguments()));
        values.forEach(inputs::remove);
        return inputs;
    }
}
