package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.model.SpikeDirection;

/**
 * Writes the part of a kernel that finds where a spike variable crosses its threshold. Where many lanes do, each gets the code of the values of its history
 * that are below: a loop over lanes is faster than reading one lane after the other, whose values lie in few sets of the first-level cache.
 */
final class CrossingSource {
    /** The values that one loop looks at: C2 unrolls no larger ones. */
    private static final int TOGETHER = 4;
    /** From this part of the lanes on, all get a code. */
    private static final int MANY = 8;

    private final JavaText java;
    private final KernelLayout.CellRows rows;
    private final Rounding rounding;
    private final boolean rounds;
    private final int cell;
    private final int lanes;
    private final int codes;
    private final boolean perLane;
    private final String level;

    CrossingSource(JavaText java, KernelSpec spec, ArenaPlan plan, int cell) {
        KernelLayout layout = plan.layout();
        this.java = java;
        this.rows = layout.cells().get(cell);
        this.rounding = Rounding.of(spec.precision());
        this.rounds = spec.precision() == Precision.FLOAT;
        this.cell = cell;
        this.lanes = layout.lanes();
        this.codes = plan.scratch(cell);
        String sign = spec.direction(cell) == SpikeDirection.DOWN ? "-" : "";
        this.level = spec.threshold(cell)
                .map(quantity -> layout.quantities().get(spec.quantities().indexOf(quantity)))
                .filter(KernelLayout.Place::perLane)
                .map(place -> sign + JavaText.element(place.element()))
                .orElse("level");
        this.perLane = !level.equals("level");
    }

    void write() {
        crossed();
        rises();
        for (int from = 0; from <= LaneKernel.MOST_STEPS; from += TOGETHER) {
            codes(from);
        }
        crossings();
    }

    private void crossed() {
        java.open("private int crossed" + cell + "(double level, int[] found)");
        java.line("final " + java.real() + "[] s = this.s;");
        String lowest = JavaText.element(rows.chunkLowest());
        String highest = JavaText.element(rows.chunkHighest());
        java.find(lowest + " < " + level + " && " + highest + " >= " + level, lanes);
        java.close();
    }

    /** The steps of one lane. */
    private void rises() {
        java.open("private int rises" + cell + "(int i, int steps, double level)");
        java.line("int rises = 0;");
        java.line("boolean below = " + JavaText.element(rows.starts()) + " < " + level + ";");
        java.open("for (int k = 0; k < steps; k++)");
        java.line("final " + java.real() + " value = s[i + " + rows.starts() + " + (k + 1) * " + lanes + "];");
        java.line("rises |= (below & value >= " + level + " ? 1 : 0) << k;");
        java.line("below = value < " + level + ";");
        java.close();
        java.line("return rises;");
        java.close();
    }

    /**
     * Adds 2^k to the code of a lane if value k of its history is below, for some k. As in a comparison of a model, the distance is lifted and
     * cut off at 1. Where it is too large for that, or no number, the code is none.
     */
    private void codes(int from) {
        java.openLoop("codes" + cell + "From" + from);
        if (!perLane) {
            java.line("final " + java.real() + " level = this.level" + cell + ";");
        }
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(java.real() + " code = " + (from == 0 ? java.literal(0) : JavaText.element(codes)) + ";");
        for (int k = from; k < Math.min(from + TOGETHER, LaneKernel.MOST_STEPS + 1); k++) {
            String value = JavaText.element(rows.starts() + k * lanes);
            java.line("final " + java.real() + " d" + k + " = (" + level + " - " + value + ") * "
                    + java.literal(rounding.lift()) + ";");
            java.line("final " + java.real() + " below" + k + " = Math.min((d" + k + " + Math.abs(d" + k + ")) * "
                    + java.literal(rounding.blowUp()) + ", " + java.literal(1) + ");");
            java.line("code = Math.fma(below" + k + ", " + java.literal(1 << k) + ", code);");
        }
        java.line(JavaText.element(codes) + " = code;");
        java.close();
        java.close();
    }

    private void crossings() {
        int most = LaneKernel.MOST_STEPS;
        java.line("private " + java.real() + " level" + cell + ";");
        java.open("private int crossings" + cell + "(int steps, double level, int[] found, int[] rises)");
        java.line("final int count = crossed" + cell + "(level, found);");
        java.line("final boolean coded = steps == " + most + " && count > " + lanes / MANY + ";");
        java.open("if (coded)");
        java.line("level" + cell + " = (" + java.real() + ") level;");
        if (rounds) {
            // The least number that is not below the level.
            java.line("if (level" + cell + " < level) { level" + cell + " = Math.nextUp(level" + cell + "); }");
        }
        for (int from = 0; from <= most; from += TOGETHER) {
            java.line("codes" + cell + "From" + from + "();");
        }
        java.close();
        java.open("for (int n = 0; n < count; n++)");
        java.line("final " + java.real() + " code = s[found[n] + " + codes + "];");
        java.line("final int below = (int) code;");
        java.line("rises[n] = coded && code == code ? below & ~(below >> 1) & " + ((1 << most) - 1) + " : rises" + cell
                + "(found[n], steps, level);");
        java.close();
        java.line("return count;");
        java.close();
    }
}
