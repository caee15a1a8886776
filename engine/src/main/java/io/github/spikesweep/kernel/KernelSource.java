package io.github.spikesweep.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a kernel as a Java class. Nothing of a model's text gets into it: names are made from numbers, and the operations are
 * those of {@link Operation}.
 *
 * <p>The shape is what C2 vectorises (see the benchmark notes): one array for everything, rows at offsets known when
 * compiled, a trip count known when compiled, and bodies of a few dozen operations, each loop in its own method.
 */
final class KernelSource {
    /** In a package of its own: class loaders ask their parents first, and no other class must answer. */
    private static final String PACKAGE = "io.github.spikesweep.kernel.compiled";

    private static final String SIMPLE_NAME = "Kernel";
    static final String CLASS = PACKAGE + "." + SIMPLE_NAME;

    private final KernelSpec spec;
    private final int lanes;
    private final Symbols symbols;
    private final List<List<Value>> loops;
    /** What is computed once, by number: arguments come first. */
    private final TreeMap<Integer, Value> invariants = new TreeMap<>();
    /** What is computed once per stage for all lanes alike. */
    private final TreeMap<Integer, Value> times = new TreeMap<>();

    private final ArenaPlan plan;
    private final JavaText java;

    KernelSource(KernelSpec spec, int lanes) {
        this.spec = spec;
        this.lanes = lanes;
        this.symbols = new Symbols(new ValueGraph(), spec);
        this.java = new JavaText(spec.precision());
        StepGraph step = StepGraph.of(spec);
        this.loops = LoopSchedule.of(step);
        loops.forEach(loop -> loop.forEach(value -> value.arguments().forEach(this::collect)));
        List<Value> stored = invariants.values().stream()
                .filter(value -> value.varies() && isUsedByLoops(value))
                .toList();
        this.plan = new ArenaPlan(spec, lanes, loops, step.next(), stored);
    }

    KernelLayout layout() {
        return plan.layout();
    }

    String text() {
        String real = java.real();
        java.line("package " + PACKAGE + ";");
        java.open("public final class " + SIMPLE_NAME + " implements " + LaneKernel.class.getName());
        java.line("private final " + real + "[] s = new " + real + "[" + layout().elements() + "];");
        java.line("private double step;");
        fields().forEach(value -> java.line("private " + real + " " + JavaText.field(value) + ";"));
        java.line("public double get(int element) { return s[element]; }");
        java.line("public void put(int element, double value) { s[element] = (" + real + ") value; }");
        prepare();
        advance();
        for (int loop = 0; loop < loops.size(); loop++) {
            loop(loop);
        }
        new ObservationSource(java, spec, plan).write();
        java.exprel();
        java.close();
        return java.toString();
    }

    private void collect(Value value) {
        boolean isNew = !value.isConstant()
                && !value.isPerLane()
                && (value.isInvariant() ? invariants : times).put(value.id(), value) == null;
        if (isNew) {
            value.arguments().forEach(this::collect);
        }
    }

    private boolean isUsedByLoops(Value value) {
        return loops.stream()
                .anyMatch(loop -> loop.stream().anyMatch(v -> v.arguments().contains(value)));
    }

    private List<Value> fields() {
        List<Value> fields = new ArrayList<>();
        invariants.values().stream().filter(value -> !value.varies()).forEach(fields::add);
        fields.addAll(times.values());
        return fields;
    }

    /** Computes the invariants: those common to all lanes into fields, then the others into rows. */
    private void prepare() {
        java.open("public void prepare(double step)");
        java.line("this.step = step;");
        for (Value value : invariants.values()) {
            if (!value.varies()) {
                java.line(JavaText.field(value) + " = " + invariant(value) + ";");
            }
        }
        if (invariants.values().stream().anyMatch(Value::varies)) {
            java.open("for (int i = 0; i < " + lanes + "; i++)");
            for (Value value : invariants.values()) {
                if (value.varies()) {
                    java.line("final " + java.real() + " " + JavaText.local(value) + " = " + invariant(value) + ";");
                    if (plan.row(value) != null && !value.arguments().isEmpty()) {
                        java.line(JavaText.element(plan.row(value)) + " = " + JavaText.local(value) + ";");
                    }
                }
            }
            java.close();
        }
        java.close();
    }

    private String invariant(Value value) {
        if (Symbols.isStep(value)) {
            return "(" + java.real() + ") step";
        }
        if (Symbols.isQuantity(value)) {
            KernelLayout.Place place = layout().quantities().get(symbols.quantity(value));
            return place.perLane() ? JavaText.element(place.element()) : "s[" + place.element() + "]";
        }
        return java.expression(value, KernelSource::invariantName);
    }

    private static String invariantName(Value value) {
        return value.varies() ? JavaText.local(value) : JavaText.field(value);
    }

    private void advance() {
        java.open("public void advance(long first, int steps)");
        java.line("begin();");
        java.open("for (int k = 0; k < steps; k++)");
        if (!times.isEmpty()) {
            java.line("times((" + java.real() + ") ((first + k) * step));");
        }
        java.line("step();");
        java.line("observe(k + 1);");
        java.close();
        java.line("end();");
        java.close();
        java.open("private void step()");
        for (int loop = 0; loop < loops.size(); loop++) {
            java.line("loop" + loop + "();");
        }
        for (Map.Entry<Integer, Integer> copy : plan.copies().entrySet()) {
            java.copyRow(Integer.toString(copy.getKey()), Integer.toString(copy.getValue()), lanes);
        }
        java.close();
        if (!times.isEmpty()) {
            times();
        }
    }

    private void times() {
        java.open("private void times(" + java.real() + " time)");
        for (Value value : times.values()) {
            String text = Symbols.isTime(value) ? "time" : java.expression(value, JavaText::field);
            java.line(JavaText.field(value) + " = " + text + ";");
        }
        java.close();
    }

    private void loop(int index) {
        List<Value> loop = loops.get(index);
        Set<Value> inputs = new LinkedHashSet<>();
        loop.forEach(value -> inputs.addAll(value.arguments()));
        inputs.removeAll(loop);
        java.open("private void loop" + index + "()");
        java.line("final " + java.real() + "[] s = this.s;");
        java.keepOutOfLine();
        for (Value input : inputs) {
            if (!input.varies() && !input.isConstant()) {
                java.line("final " + java.real() + " " + JavaText.field(input) + " = this." + JavaText.field(input)
                        + ";");
            }
        }
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        for (Value input : inputs) {
            if (input.varies()) {
                java.line("final " + java.real() + " " + JavaText.local(input) + " = "
                        + JavaText.element(plan.row(input)) + ";");
            }
        }
        for (Value value : loop) {
            java.line("final " + java.real() + " " + JavaText.local(value) + " = "
                    + java.expression(value, v -> v.varies() ? JavaText.local(v) : JavaText.field(v)) + ";");
        }
        stores(loop);
        java.close();
        java.close();
    }

    /** Stores come after all loads: a row read for the last time may be written in the same loop. */
    private void stores(Collection<Value> loop) {
        for (Value value : loop) {
            if (plan.row(value) != null) {
                java.line(JavaText.element(plan.row(value)) + " = " + JavaText.local(value) + ";");
            }
        }
    }
}
