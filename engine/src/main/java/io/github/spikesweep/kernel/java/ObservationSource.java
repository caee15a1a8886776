package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.SpikeDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the part of a kernel that watches the variables: histories of the spike variable, extremes, signs. Spikes that point down are
 * watched as those of the negative variable, which point up.
 */
final class ObservationSource {
    private final JavaText java;
    private final KernelSpec spec;
    private final StepGraph step;
    private final ArenaPlan plan;
    private final KernelLayout layout;
    private final int lanes;
    private final boolean resets;
    private final boolean down;

    ObservationSource(JavaText java, KernelSpec spec, StepGraph step, ArenaPlan plan) {
        this.java = java;
        this.spec = spec;
        this.step = step;
        this.plan = plan;
        this.layout = plan.layout();
        this.lanes = layout.lanes();
        this.resets = !spec.model().reset().isEmpty();
        this.down = spec.model().spike().direction() == SpikeDirection.DOWN;
    }

    void write() {
        begin();
        start();
        observe();
        end();
        find();
        isSound();
        steepest();
    }

    /** The extremes of an advance start from the value before it, so that a crossing in its first step shows. */
    private void begin() {
        java.line("private int lastSteps;");
        java.open("private void begin(int steps)");
        java.open("if (lastSteps > 0)");
        java.copyRow(layout.starts() + " + (lastSteps - 1) * " + lanes, Integer.toString(layout.previous()), lanes);
        if (layout.slopes() >= 0) {
            String slope = layout.slopes() + " + (lastSteps - 1) * " + lanes;
            java.copyRow(slope, Integer.toString(layout.previous() + lanes), lanes);
        }
        java.close();
        java.line("lastSteps = steps;");
        copySpikeVariable(Integer.toString(layout.starts()));
        copySpikeVariable(Integer.toString(layout.chunkLowest()));
        copySpikeVariable(Integer.toString(plan.chunkHighest()));
        java.close();
    }

    /** Without a reset, the start of a step is the end of the one before, which is there already. */
    private void start() {
        java.open("private void start(int k)");
        if (resets) {
            copySpikeVariable(layout.starts() + " + k * " + lanes);
        }
        if (layout.holds() >= 0) {
            java.copyRow(Integer.toString(layout.held()), layout.holds() + " + k * " + lanes, lanes);
        }
        java.close();
    }

    /** Copies the spike variable as it is now, pointing up. */
    private void copySpikeVariable(String to) {
        String from = Integer.toString(spikeRow());
        if (down) {
            java.negateRow(from, to, lanes);
        } else {
            java.copyRow(from, to, lanes);
        }
    }

    private void observe() {
        java.open("private void observe(int k)");
        String ends = layout.ends() + " + k * " + lanes;
        if (resets) {
            java.copyRow(Integer.toString(plan.row(step.observed())), ends, lanes);
        } else {
            copySpikeVariable(ends);
        }
        java.line("extremes" + spec.spikeVariable() + "();");
        for (int variable : recordedOthers()) {
            java.line("extremes" + variable + "();");
        }
        java.close();
        extremes(
                "extremes" + spec.spikeVariable(),
                spikeVariable(),
                observed(),
                layout.chunkLowest(),
                plan.chunkHighest());
        for (int variable : recordedOthers()) {
            String value = JavaText.element(layout.variables().get(variable));
            extremes(
                    "extremes" + variable,
                    value,
                    value,
                    layout.lowest().get(variable),
                    layout.highest().get(variable));
        }
    }

    private List<Integer> recordedOthers() {
        List<Integer> others = new ArrayList<>();
        for (int variable = 0; variable < layout.variables().size(); variable++) {
            if (variable != spec.spikeVariable() && layout.isRecorded(variable)) {
                others.add(variable);
            }
        }
        return others;
    }

    private void end() {
        int lowest = layout.lowest().get(spec.spikeVariable());
        int highest = layout.highest().get(spec.spikeVariable());
        String low = JavaText.element(layout.chunkLowest());
        String high = JavaText.element(plan.chunkHighest());
        extremes("end", down ? "-" + high : low, down ? "-" + low : high, lowest, highest);
    }

    /** Extends the rows {@code lowest} and {@code highest} to the values {@code low} and {@code high}. NaN stays. */
    private void extremes(String method, String low, String high, int lowest, int highest) {
        java.openLoop(method);
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(JavaText.element(lowest) + " = Math.min(" + JavaText.element(lowest) + ", " + low + ");");
        java.line(JavaText.element(highest) + " = Math.max(" + JavaText.element(highest) + ", " + high + ");");
        java.close();
        java.close();
    }

    private void find() {
        String sign = LaneKernel.Sign.class.getCanonicalName();
        java.open("public int find(" + sign + " sign, double level, int[] found)");
        for (LaneKernel.Sign each : LaneKernel.Sign.values()) {
            java.line("if (sign == " + sign + "." + each + ") { return find" + each + "(level, found); }");
        }
        java.line("throw new IllegalArgumentException(String.valueOf(sign));");
        java.close();
        for (LaneKernel.Sign each : LaneKernel.Sign.values()) {
            java.open("private int find" + each + "(double level, int[] found)");
            java.line("final " + java.real() + "[] s = this.s;");
            if (each == LaneKernel.Sign.STEEP) {
                java.line("steepest();");
            }
            if (each == LaneKernel.Sign.UNSOUND) {
                java.line("if (isSound()) { return 0; }");
            }
            java.line("int n = 0;");
            java.open("for (int i = 0; i < " + lanes + "; i++)");
            java.line("if (" + condition(each) + ") { found[n++] = i; }");
            java.close();
            java.line("return n;");
            java.close();
        }
    }

    private String condition(LaneKernel.Sign sign) {
        String lowest = JavaText.element(layout.chunkLowest());
        String highest = JavaText.element(plan.chunkHighest());
        return switch (sign) {
            case CROSSED -> lowest + " < level && " + highest + " >= level";
            case STEEP -> JavaText.element(plan.steepest()) + " >= level";
            case UNSOUND -> "!(" + String.join(" && ", soundness()) + ")";
        };
    }

    /** Looks at all lanes without a branch, as nearly always all are sound. */
    private void isSound() {
        java.open("private boolean isSound()");
        java.line("final " + java.real() + "[] s = this.s;");
        int count = spec.model().variables().size();
        for (int variable = 0; variable < count; variable++) {
            java.line(java.real() + " z" + variable + " = 0;");
        }
        java.line("int outside = 0;");
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        for (int variable = 0; variable < count; variable++) {
            String value = JavaText.element(layout.variables().get(variable));
            java.line("z" + variable + " += " + value + " - " + value + ";");
            for (String bound : bounds(variable)) {
                java.line("outside += " + bound + " ? 0 : 1;");
            }
        }
        java.close();
        String finite = IntStream.range(0, count)
                .mapToObj(variable -> "z" + variable + " == 0")
                .collect(Collectors.joining(" && "));
        java.line("return outside == 0 && " + finite + ";");
        java.close();
    }

    /** A check that holds for all sound lanes: a value minus itself is 0 unless it is not finite. */
    private List<String> soundness() {
        List<String> sound = new ArrayList<>();
        for (int variable = 0; variable < spec.model().variables().size(); variable++) {
            String value = JavaText.element(layout.variables().get(variable));
            sound.add(value + " - " + value + " == 0");
            sound.addAll(bounds(variable));
        }
        return sound;
    }

    /** Checks that the extremes of a variable are within its range, and are numbers; none if they are not recorded. */
    private List<String> bounds(int variable) {
        if (!layout.isRecorded(variable)) {
            return List.of();
        }
        Range range = spec.model().variables().get(variable).range();
        return List.of(
                JavaText.element(layout.lowest().get(variable)) + " >= " + JavaText.number(range.low()),
                JavaText.element(layout.highest().get(variable)) + " <= " + JavaText.number(range.high()));
    }

    /** The largest slope at the starts of the steps; NaN stays, and does not count as steep. */
    private void steepest() {
        java.openLoop("steepest");
        if (layout.slopes() >= 0) {
            // In two loops, since C2 does not vectorise one that reads so many rows.
            int half = LaneKernel.MOST_STEPS / 2;
            steepest(1, half, JavaText.element(layout.slopes()));
            steepest(half, LaneKernel.MOST_STEPS, JavaText.element(plan.steepest()));
        }
        java.close();
    }

    private void steepest(int from, int to, String first) {
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(java.real() + " m = " + first + ";");
        for (int k = from; k < to; k++) {
            java.line("m = Math.max(m, " + JavaText.element(layout.slopes() + k * lanes) + ");");
        }
        java.line(JavaText.element(plan.steepest()) + " = m;");
        java.close();
    }

    private int spikeRow() {
        return layout.variables().get(spec.spikeVariable());
    }

    private String spikeVariable() {
        return (down ? "-" : "") + JavaText.element(spikeRow());
    }

    /** Where the model resets, the step ends at the threshold, however far the method has gone beyond. */
    private String observed() {
        String threshold = java.literal(spec.model().spike().upward().threshold());
        return resets
                ? "Math.min(" + JavaText.element(plan.row(step.observed())) + ", " + threshold + ")"
                : spikeVariable();
    }
}
