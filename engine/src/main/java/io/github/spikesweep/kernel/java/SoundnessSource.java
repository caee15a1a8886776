package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the part of a kernel that watches all variables of the model: extremes of those that do not spike, and whether lanes have diverged. A tangent vector may
 * overflow without consequences.
 */
final class SoundnessSource {
    private final JavaText java;
    private final KernelSpec spec;
    private final KernelLayout layout;
    private final int lanes;

    SoundnessSource(JavaText java, KernelSpec spec, KernelLayout layout) {
        this.java = java;
        this.spec = spec;
        this.layout = layout;
        this.lanes = layout.lanes();
    }

    void write() {
        others();
        isSound();
        java.open("private int unsound(int[] found)");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("if (isSound()) { return 0; }");
        java.find("!(" + String.join(" && ", soundness()) + ")", lanes);
        java.close();
    }

    private void others() {
        List<Integer> others = new ArrayList<>();
        for (int variable = 0; variable < layout.variables().size(); variable++) {
            if (!spec.isSpikeVariable(variable) && layout.isRecorded(variable)) {
                others.add(variable);
            }
        }
        java.open("private void others()");
        others.forEach(variable -> java.line("extremes" + variable + "();"));
        java.close();
        java.extremes(others, layout.variables(), layout.lowest(), layout.highest(), lanes);
    }

    /** Looks at all lanes without a branch, as nearly always all are sound. */
    private void isSound() {
        java.open("private boolean isSound()");
        java.line("final " + java.real() + "[] s = this.s;");
        int count = spec.ownVariables();
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
        for (int variable = 0; variable < spec.ownVariables(); variable++) {
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
                JavaText.element(layout.lowest().get(variable)) + " >= " + java.number(range.low()),
                JavaText.element(layout.highest().get(variable)) + " <= " + java.number(range.high()));
    }
}
