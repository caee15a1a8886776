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
    private final StepSchedule schedule;
    private final LoopSource loops;
    private final ArenaPlan plan;
    private final JavaText java;

    KernelSource(KernelSpec spec, int lanes) {
        this.spec = spec;
        this.lanes = lanes;
        this.java = new JavaText(spec.precision());
        this.step = StepGraph.of(spec);
        this.schedule = StepSchedule.of(step);
        this.loops = new LoopSource(schedule.loops(), step.results());
        this.plan = new ArenaPlan(spec, lanes, schedule.loops(), step, loops);
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
        step.margin().ifPresent(margin -> new CutSource(java, step, schedule, plan).write(loops));
        compute();
        keep();
        if (loops.dependsOnTime()) {
            loops.times(java);
        }
        loops.methods(java, lanes, plan::row);
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            new ObservationSource(java, spec, plan, cell).write();
        }
        new SoundnessSource(java, spec, plan.layout()).write();
        find();
        crossings();
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
        java.line("compute((first + k) * step);");
        if (cuts) {
            java.line("int n = toCut();");
            java.open("for (int j = 0; j < n; j++)");
            java.line("final int i = cut[j];");
            for (int state = 0; state < layout().variables().size(); state++) {
                java.line(JavaText.element(plan.spare() + state * lanes) + " = "
                        + JavaText.element(layout().variables().get(state)) + ";");
            }
            java.close();
        }
        java.line("keep(k);");
        if (cuts) {
            java.line("if (n > 0) { cuts.cut(first + k, k, cut, n); }");
        }
        eachCell("observe", "k");
        java.line("others();");
        java.close();
        eachCell("end", "steps");
        java.close();
        java.open("public void step(double time)");
        java.line("compute(time);");
        if (!schedule.rare().isEmpty()) {
            java.line("rare();");
        }
        java.line("keep(0);");
        java.close();
        java.open("public void rewind()");
        copyState(plan.saved(), layout().variables().get(0));
        java.close();
        java.open("public void slopeAtEnd(long taken)");
        copyState(layout().variables().get(0), plan.spare());
        java.line("compute(taken * step);");
        java.line("keep(0);");
        copyState(plan.spare(), layout().variables().get(0));
        java.close();
    }

    private void eachCell(String method, String argument) {
        for (int cell = 0; cell < layout().cells().size(); cell++) {
            java.line(method + cell + "(" + argument + ");");
        }
    }

    private void crossings() {
        java.open("public int crossings(int cell, int steps, double level, int[] found, int[] rises)");
        java.open("switch (cell)");
        for (int cell = 0; cell < layout().cells().size(); cell++) {
            java.line("case " + cell + ": return crossings" + cell + "(steps, level, found, rises);");
        }
        java.line("default: throw new IllegalArgumentException(String.valueOf(cell));");
        java.close();
        java.close();
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

    /** Computes the step that starts at {@code time}. */
    private void compute() {
        java.open("private void compute(double time)");
        if (loops.dependsOnTime()) {
            java.line("times(time);");
        }
        loops.calls(java, 0, schedule.usual().size());
        java.close();
    }

    /** Takes it, and keeps its slopes in row {@code k} of the histories. */
    private void keep() {
        java.open("private void keep(int k)");
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
