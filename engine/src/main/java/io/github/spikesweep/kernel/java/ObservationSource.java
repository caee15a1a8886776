package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.SpikeDirection;
import java.util.Optional;

/**
 * Writes the part of a kernel that watches the spike variable of one cell: histories, extremes, signs. Spikes that point down are watched as those of the
 * negative variable, which point up. The names of its methods end with the number of the cell.
 */
final class ObservationSource {
    private final JavaText java;
    private final ArenaPlan plan;
    private final KernelLayout layout;
    private final KernelLayout.CellRows rows;
    private final int lanes;
    private final int cell;
    private final int variable;
    private final boolean down;
    private final Optional<KernelLayout.Place> threshold;

    ObservationSource(JavaText java, KernelSpec spec, ArenaPlan plan, int cell) {
        this.java = java;
        this.plan = plan;
        this.layout = plan.layout();
        this.rows = layout.cells().get(cell);
        this.lanes = layout.lanes();
        this.cell = cell;
        this.variable = spec.spikeVariable(cell);
        this.down = spec.direction(cell) == SpikeDirection.DOWN;
        this.threshold = spec.threshold(cell)
                .map(quantity -> layout.quantities().get(spec.quantities().indexOf(quantity)));
    }

    void write() {
        begin();
        observe();
        end();
        find();
        steepest();
    }

    /** The extremes of an advance start from the value before it, so that a crossing in its first step shows. */
    private void begin() {
        String last = "lastSteps" + cell;
        java.line("private int " + last + ";");
        java.open("private void begin" + cell + "(int steps)");
        java.open("if (" + last + " > 0)");
        java.copyRow(rows.starts() + " + (" + last + " - 1) * " + lanes, Integer.toString(rows.previous()), lanes);
        if (rows.slopes() >= 0) {
            String slope = rows.slopes() + " + (" + last + " - 1) * " + lanes;
            java.copyRow(slope, Integer.toString(rows.previous() + lanes), lanes);
        }
        java.close();
        java.line(last + " = steps;");
        copySpikeVariable(Integer.toString(rows.starts()));
        copySpikeVariable(Integer.toString(rows.chunkLowest()));
        copySpikeVariable(Integer.toString(rows.chunkHighest()));
        java.close();
    }

    /** Copies the spike variable as it is now, pointing up. */
    private void copySpikeVariable(String to) {
        String from = Integer.toString(layout.variables().get(variable));
        if (down) {
            java.negateRow(from, to, lanes);
        } else {
            java.copyRow(from, to, lanes);
        }
    }

    /** The end of a step is the start of the next one. */
    private void observe() {
        java.open("private void observe" + cell + "(int k)");
        copySpikeVariable(rows.starts() + " + (k + 1) * " + lanes);
        java.line("chunk" + cell + "();");
        java.close();
        String value = (down ? "-" : "") + JavaText.element(layout.variables().get(variable));
        java.extremes("chunk" + cell, value, value, rows.chunkLowest(), rows.chunkHighest(), lanes);
    }

    private void end() {
        String low = JavaText.element(rows.chunkLowest());
        String high = JavaText.element(rows.chunkHighest());
        java.extremes(
                "end" + cell,
                down ? "-" + high : low,
                down ? "-" + low : high,
                layout.lowest().get(variable),
                layout.highest().get(variable),
                lanes);
    }

    private void find() {
        String sign = LaneKernel.Sign.class.getCanonicalName();
        java.open("private int find" + cell + "(" + sign + " sign, double level, int[] found)");
        java.line("if (sign == " + sign + "." + LaneKernel.Sign.CROSSED + ") { return crossed" + cell
                + "(level, found); }");
        java.line(
                "if (sign == " + sign + "." + LaneKernel.Sign.STEEP + ") { return steep" + cell + "(level, found); }");
        java.line("throw new IllegalArgumentException(String.valueOf(sign));");
        java.close();
        String lowest = JavaText.element(rows.chunkLowest());
        String highest = JavaText.element(rows.chunkHighest());
        String level = threshold
                .filter(KernelLayout.Place::perLane)
                .map(place -> (down ? "-" : "") + JavaText.element(place.element()))
                .orElse("level");
        findWhere("crossed", lowest + " < " + level + " && " + highest + " >= " + level);
        findWhere("steep", JavaText.element(plan.steepest(cell)) + " >= level");
    }

    private void findWhere(String method, String condition) {
        java.open("private int " + method + cell + "(double level, int[] found)");
        java.line("final " + java.real() + "[] s = this.s;");
        if (method.equals("steep")) {
            java.line("steepest" + cell + "();");
        }
        java.find(condition, lanes);
        java.close();
    }

    /** The largest slope at the starts of the steps; NaN stays, and does not count as steep. */
    private void steepest() {
        java.openLoop("steepest" + cell);
        if (rows.slopes() >= 0) {
            // In two loops, since C2 does not vectorise one that reads so many rows.
            int half = LaneKernel.MOST_STEPS / 2;
            steepest(1, half, JavaText.element(rows.slopes()));
            steepest(half, LaneKernel.MOST_STEPS, JavaText.element(plan.steepest(cell)));
        }
        java.close();
    }

    private void steepest(int from, int to, String first) {
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(java.real() + " m = " + first + ";");
        for (int k = from; k < to; k++) {
            java.line("m = Math.max(m, " + JavaText.element(rows.slopes() + k * lanes) + ");");
        }
        java.line(JavaText.element(plan.steepest(cell)) + " = m;");
        java.close();
    }
}
