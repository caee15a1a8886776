package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.List;

/** Writes a kernel whose lanes take the same steps as a Java class. */
final class KernelSource {
    private static final String CUTS = LaneKernel.Cuts.class.getCanonicalName();

    private final KernelSpec spec;
    private final int lanes;
    private final StepGraph step;
    private final LoopSource loops;
    private final ArenaPlan plan;
    private final JavaText java;

    KernelSource(KernelSpec spec, int lanes) {
        this.spec = spec;
        this.lanes = lanes;
        this.java = new JavaText(spec.precision());
        this.step = StepGraph.of(spec);
        List<List<Value>> schedule = LoopSchedule.of(step.order(), step.results());
        this.loops = new LoopSource(schedule, step.results());
        this.plan = new ArenaPlan(spec, lanes, schedule, step, loops);
    }

    KernelLayout layout() {
        return plan.layout();
    }

    String text() {
        Symbols symbols = new Symbols(new ValueGraph(), spec);
        java.openClass(LaneKernel.class, layout().elements());
        plan.doubles().field(java);
        java.memoryAccess(plan.doubles());
        java.line("private double step;");
        loops.fields(java);
        loops.prepare(java, lanes, plan::row, value -> plan.place(symbols, value));
        advance();
        step();
        if (loops.dependsOnTime()) {
            loops.times(java);
        }
        loops.methods(java, lanes, plan::row);
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            new ObservationSource(java, spec, plan, cell).write();
        }
        new SoundnessSource(java, spec, plan.layout()).write();
        find();
        java.close();
        return java.toString();
    }

    private void advance() {
        boolean cuts = step.margin().isPresent();
        java.open("public void advance(long first, int steps, " + CUTS + " cuts)");
        copyState(layout().variables().get(0), plan.saved());
        eachCell("begin", "steps");
        java.open("for (int k = 0; k < steps; k++)");
        plan.normals()
                .forEach((cell, row) -> java.copyRow(
                        layout().cells().get(cell).normals() + " + k * " + lanes, String.valueOf(row), lanes));
        if (cuts) {
            copyState(layout().variables().get(0), plan.spare());
        }
        java.line("step((first + k) * step, k);");
        if (cuts) {
            java.line("int n = toCut();");
            java.line("if (n > 0) { cuts.cut(first + k, k, cut, n); }");
        }
        eachCell("observe", "k");
        java.line("others();");
        java.close();
        eachCell("end", "");
        java.close();
        step.margin().ifPresent(this::toCut);
        java.line("public void step(double time) { step(time, 0); }");
        java.open("public void rewind()");
        copyState(plan.saved(), layout().variables().get(0));
        java.close();
        java.open("public void slopeAtEnd(long taken)");
        copyState(layout().variables().get(0), plan.spare());
        java.line("step(taken * step, 0);");
        copyState(plan.spare(), layout().variables().get(0));
        java.close();
    }

    /** Looks for the lanes in which a step has to be cut. */
    private void toCut(Value margin) {
        java.line("private final int[] cut = new int[" + lanes + "];");
        java.open("private int toCut()");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("final int[] found = cut;");
        java.find("!(" + JavaText.element(plan.row(margin)) + " > 0)", lanes);
        java.close();
    }

    private void eachCell(String method, String argument) {
        for (int cell = 0; cell < layout().cells().size(); cell++) {
            java.line(method + cell + "(" + argument + ");");
        }
    }

    private void find() {
        String sign = LaneKernel.Sign.class.getCanonicalName();
        java.open("public int find(int cell, " + sign + " sign, double level, int[] found)");
        java.line("if (sign == " + sign + "." + LaneKernel.Sign.UNSOUND + ") { return unsound(found); }");
        java.open("switch (cell)");
        for (int cell = 0; cell < layout().cells().size(); cell++) {
            java.line("case " + cell + ": return find" + cell + "(sign, level, found);");
        }
        java.line("default: throw new IllegalArgumentException(String.valueOf(cell));");
        java.close();
        java.close();
    }

    /** The rows of the states lie one after the other. */
    private void copyState(int from, int to) {
        java.copyRow(
                String.valueOf(from), String.valueOf(to), layout().variables().size() * lanes);
    }

    /** Takes the step that starts at {@code time}, and keeps its slopes in row {@code k} of the histories. */
    private void step() {
        java.open("private void step(double time, int k)");
        if (loops.dependsOnTime()) {
            java.line("times(time);");
        }
        loops.calls(java);
        for (int cell = 0; cell < layout().cells().size(); cell++) {
            int slopes = layout().cells().get(cell).slopes();
            if (slopes >= 0) {
                Value slope = step.slopes().get(cell);
                java.writeRow(slope, plan.row(slope), slopes + " + k * " + lanes, lanes);
            }
        }
        plan.copies().forEach((value, to) -> java.writeRow(value, plan.row(value), String.valueOf(to), lanes));
        List<Integer> exchanged = new ArrayList<>();
        for (int state = 0; state < step.next().size(); state++) {
            Value next = step.next().get(state);
            int home = layout().variables().get(state);
            boolean isOtherState = Symbols.isState(next) && plan.row(next) != home;
            if (isOtherState) {
                exchanged.add(state);
                java.copyRow(String.valueOf(plan.row(next)), String.valueOf(plan.exchange() + state * lanes), lanes);
            }
        }
        for (int state = 0; state < step.next().size(); state++) {
            Value next = step.next().get(state);
            int home = layout().variables().get(state);
            if (exchanged.contains(state)) {
                java.copyRow(String.valueOf(plan.exchange() + state * lanes), String.valueOf(home), lanes);
            } else if (plan.row(next) == null || plan.row(next) != home) {
                java.writeRow(next, plan.row(next), String.valueOf(home), lanes);
            }
        }
        java.close();
    }
}
