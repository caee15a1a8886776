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
        new ObservationSource(java, spec, step, plan).write();
        java.close();
        return java.toString();
    }

    private void advance() {
        java.open("public void advance(long first, int steps)");
        copyState(layout().variables().get(0), plan.saved());
        java.line("begin(steps);");
        java.open("for (int k = 0; k < steps; k++)");
        if (layout().normals() >= 0) {
            java.copyRow(layout().normals() + " + k * " + lanes, String.valueOf(plan.normal()), lanes);
        }
        java.line("start(k);");
        java.line("step(first + k, k);");
        java.line("observe(k);");
        java.close();
        java.line("end();");
        java.close();
        java.open("public void rewind()");
        copyState(plan.saved(), layout().variables().get(0));
        java.close();
        java.open("public void slopeAtEnd(long taken)");
        copyState(layout().variables().get(0), plan.spare());
        java.line("step(taken, 0);");
        copyState(plan.spare(), layout().variables().get(0));
        java.close();
    }

    /** The rows of the states lie one after the other. */
    private void copyState(int from, int to) {
        java.copyRow(
                String.valueOf(from), String.valueOf(to), layout().variables().size() * lanes);
    }

    /** Takes the step that starts after {@code taken} steps, and keeps its slope in row {@code k} of the history. */
    private void step() {
        java.open("private void step(long taken, int k)");
        if (loops.dependsOnTime()) {
            java.line("times(taken * step);");
        }
        loops.calls(java);
        if (layout().slopes() >= 0) {
            java.writeRow(step.slope(), plan.row(step.slope()), layout().slopes() + " + k * " + lanes, lanes);
        }
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
