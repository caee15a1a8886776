package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import java.util.List;

/**
 * Writes the part of a kernel that looks for the lanes in which a step has to be cut. Where most lanes plainly need no cut, the others are looked at
 * one by one.
 */
final class CutSource {
    /** From this part of the lanes on, the loops over all of them take less time than one lane after the other. */
    private static final int MANY = 4;

    private final JavaText java;
    private final StepGraph step;
    private final StepSchedule schedule;
    private final ArenaPlan plan;
    private final int lanes;
    private final Value margin;

    CutSource(JavaText java, StepGraph step, StepSchedule schedule, ArenaPlan plan) {
        this.java = java;
        this.step = step;
        this.schedule = schedule;
        this.plan = plan;
        this.lanes = plan.layout().lanes();
        this.margin = step.margin().orElseThrow();
    }

    /** @param loops of the schedule */
    void write(LoopSource loops) {
        java.line("private final int[] cut = new int[" + lanes + "];");
        if (schedule.rare().isEmpty()) {
            find("toCut", margin);
            return;
        }
        find("notPlain", step.plain().orElseThrow());
        find("withoutMargin", margin);
        java.open("private void rare()");
        loops.calls(java, schedule.usual().size(), schedule.loops().size());
        java.close();
        java.open("private int toCut()");
        java.line("final int n = notPlain();");
        java.line("if (n <= " + lanes / MANY + ") { return oneByOne(n); }");
        java.line("rare();");
        java.line("return withoutMargin();");
        java.close();
        oneByOne();
    }

    private void find(String method, Value positive) {
        java.open("private int " + method + "()");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("final int[] found = cut;");
        java.find("!(" + JavaText.element(plan.row(positive)) + " > 0)", lanes);
        java.close();
    }

    /** Leaves those of {@code n} lanes that have to be cut, with what is told of their steps. */
    private void oneByOne() {
        List<Value> values = schedule.rareValues();
        java.open("private int oneByOne(int n)");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("final int[] found = cut;");
        LoopSource.shared(java, values, plan::row);
        java.line("int m = 0;");
        java.open("for (int j = 0; j < n; j++)");
        java.line("final int i = found[j];");
        LoopSource.lane(java, values, value -> LanePairing.Form.PLAIN, plan::row);
        for (Value value : values) {
            if (step.differences().contains(value)) {
                java.line(JavaText.element(plan.row(value)) + " = " + JavaText.local(value) + ";");
            }
        }
        java.line("if (!(" + JavaText.local(margin) + " > 0)) { found[m++] = i; }");
        java.close();
        java.line("return m;");
        java.close();
    }
}
