package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.progress.Figures;
import java.util.ArrayList;
import java.util.List;

/** In a few words with what a neuron was measured. */
public final class ScanText {
    private ScanText() {}

    /** Such as {@code RK4 in double, cm 0.9 to 1.1, I = 0, step 0.01 ms}. */
    public static String of(Subject subject) {
        Scan scan = subject.scan();
        List<String> parts = new ArrayList<>();
        parts.add((subject.model().isMap() ? "map" : subject.integrator().label()) + " in "
                + subject.precision().label());
        scan.parameter()
                .ifPresent(name -> parts.add(
                        "%s %s to %s".formatted(name, Figures.number(scan.from()), Figures.number(scan.to()))));
        if (subject.model().hasInput()) {
            String input = subject.model().isCircuit()
                    ? "inputs"
                    : subject.model().input().name();
            parts.add(input + " = " + Figures.number(scan.input()));
        }
        if (!subject.integrator().isAdaptive() && !subject.model().isMap()) {
            parts.add("step " + Figures.number(scan.step()) + unitOfTime(subject));
        }
        return String.join(", ", parts);
    }

    private static String unitOfTime(Subject subject) {
        String time = subject.model().time();
        return time.equals("dimensionless") ? "" : " " + time;
    }
}
