package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.SpikeDirection;

/**
 * Writes the part of a kernel that watches the spike variable of one cell: histories, extremes, signs. Spikes that point down are watched as those of the
 * negative variable, which point up. The names of its methods end with the number of the cell.
 */
final class ObservationSource {
    /** The steps whose values one loop looks at: C2 does not vectorise one that reads many rows. */
    private static final int STEPS_TOGETHER = 4;

    private final JavaText java;
    private final ArenaPlan plan;
    private final KernelLayout layout;
    private final KernelLayout.CellRows rows;
    private final int lanes;
    private final int cell;
    private final int variable;
    private final boolean down;
    private final KernelSpec spec;

    ObservationSource(JavaText java, KernelSpec spec, ArenaPlan plan, int cell) {
        this.java = java;
        this.plan = plan;
        this.layout = plan.layout();
        this.rows = layout.cells().get(cell);
        this.lanes = layout.lanes();
        this.cell = cell;
        this.variable = spec.spikeVariable(cell);
        this.down = spec.direction(cell) == SpikeDirection.DOWN;
        this.spec = spec;
    }

    void write() {
        begin();
        observe();
        chunk();
        end();
        new CrossingSource(java, spec, plan, cell).write();
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
        java.close();
    }

    /** Extends the extremes of an advance to the ends of its steps, of some at a time: that reads and writes them less often than one by one. */
    private void chunk() {
        int most = LaneKernel.MOST_STEPS;
        for (int from = 0; from < most; from += STEPS_TOGETHER) {
            java.openLoop("chunk" + cell + "From" + from);
            java.open("for (int i = 0; i < " + lanes + "; i++)");
            java.line(java.real() + " low = " + JavaText.element(rows.chunkLowest()) + ";");
            java.line(java.real() + " high = " + JavaText.element(rows.chunkHighest()) + ";");
            for (int k = from; k < Math.min(from + STEPS_TOGETHER, most); k++) {
                java.line("final " + java.real() + " v" + k + " = " + JavaText.element(rows.starts() + (k + 1) * lanes)
                        + ";");
                java.line("low = Math.min(low, v" + k + ");");
                java.line("high = Math.max(high, v" + k + ");");
            }
            java.line(JavaText.element(rows.chunkLowest()) + " = low;");
            java.line(JavaText.element(rows.chunkHighest()) + " = high;");
            java.close();
            java.close();
        }
        java.open("private void chunk" + cell + "(int steps)");
        java.open("if (steps == " + most + ")");
        for (int from = 0; from < most; from += STEPS_TOGETHER) {
            java.line("chunk" + cell + "From" + from + "();");
        }
        java.line("return;");
        java.close();
        java.open("for (int k = 0; k < steps; k++)");
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line("final " + java.real() + " v = s[" + rows.starts() + " + (k + 1) * " + lanes + " + i];");
        java.line(
                JavaText.element(rows.chunkLowest()) + " = Math.min(" + JavaText.element(rows.chunkLowest()) + ", v);");
        java.line(JavaText.element(rows.chunkHighest()) + " = Math.max(" + JavaText.element(rows.chunkHighest())
                + ", v);");
        java.close();
        java.close();
        java.close();
    }

    private void end() {
        String low = JavaText.element(rows.chunkLowest());
        String high = JavaText.element(rows.chunkHighest());
        java.extremes(
                "range" + cell,
                down ? "-" + high : low,
                down ? "-" + low : high,
                layout.lowest().get(variable),
                layout.highest().get(variable),
                lanes);
        java.open("private void end" + cell + "(int steps)");
        java.line("chunk" + cell + "(steps);");
        java.line("range" + cell + "();");
        java.close();
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
        java.open("private int steep" + cell + "(double level, int[] found)");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("steepest" + cell + "();");
        java.find(JavaText.element(plan.scratch(cell)) + " >= level", lanes);
        java.close();
    }

    /** The largest slope at the starts of the steps; NaN stays, and does not count as steep. */
    private void steepest() {
        java.openLoop("steepest" + cell);
        if (rows.slopes() >= 0) {
            // In two loops, since C2 does not vectorise one that reads so many rows.
            int half = LaneKernel.MOST_STEPS / 2;
            steepest(1, half, JavaText.element(rows.slopes()));
            steepest(half, LaneKernel.MOST_STEPS, JavaText.element(plan.scratch(cell)));
        }
        java.close();
    }

    private void steepest(int from, int to, String first) {
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(java.real() + " m = " + first + ";");
        for (int k = from; k < to; k++) {
            java.line("m = Math.max(m, " + JavaText.element(rows.slopes() + k * lanes) + ");");
        }
        java.line(JavaText.element(plan.scratch(cell)) + " = m;");
        java.close();
    }
}
