package io.github.spikesweep.kernel;

/** Writes the part of a kernel that watches the variables: history of the spike variable, extremes, crossings. */
final class ObservationSource {
    private final JavaText java;
    private final KernelSpec spec;
    private final ArenaPlan plan;
    private final int lanes;

    ObservationSource(JavaText java, KernelSpec spec, ArenaPlan plan) {
        this.java = java;
        this.spec = spec;
        this.plan = plan;
        this.lanes = plan.layout().lanes();
    }

    void write() {
        begin();
        observe();
        end();
        crossings();
    }

    /** The extremes of an advance start from the value before it, so that a crossing in its first step shows. */
    private void begin() {
        String spike = Integer.toString(spikeRow());
        java.open("private void begin()");
        java.copyRow(spike, Integer.toString(plan.layout().history()), lanes);
        java.copyRow(spike, Integer.toString(plan.chunkLowest()), lanes);
        java.copyRow(spike, Integer.toString(plan.chunkHighest()), lanes);
        java.close();
    }

    private void observe() {
        java.open("private void observe(int taken)");
        java.copyRow(Integer.toString(spikeRow()), plan.layout().history() + " + taken * " + lanes, lanes);
        java.line("extremes" + spec.spikeVariable() + "();");
        for (int variable = 0; variable < plan.layout().variables().size(); variable++) {
            if (variable != spec.spikeVariable() && plan.layout().isRecorded(variable)) {
                java.line("extremes" + variable + "();");
            }
        }
        java.close();
        extremes("extremes" + spec.spikeVariable(), spikeRow(), spikeRow(), plan.chunkLowest(), plan.chunkHighest());
        for (int variable = 0; variable < plan.layout().variables().size(); variable++) {
            if (variable != spec.spikeVariable() && plan.layout().isRecorded(variable)) {
                int row = plan.layout().variables().get(variable);
                int lowest = plan.layout().lowest().get(variable);
                extremes(
                        "extremes" + variable,
                        row,
                        row,
                        lowest,
                        plan.layout().highest().get(variable));
            }
        }
    }

    private void end() {
        int lowest = plan.layout().lowest().get(spec.spikeVariable());
        int highest = plan.layout().highest().get(spec.spikeVariable());
        extremes("end", plan.chunkLowest(), plan.chunkHighest(), lowest, highest);
    }

    /** Extends the rows {@code lowest} and {@code highest} to the values in {@code low} and {@code high}. NaN stays. */
    private void extremes(String method, int low, int high, int lowest, int highest) {
        java.open("private void " + method + "()");
        java.line("final " + java.real() + "[] s = this.s;");
        java.keepOutOfLine();
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line(JavaText.element(lowest) + " = Math.min(" + JavaText.element(lowest) + ", " + JavaText.element(low)
                + ");");
        java.line(JavaText.element(highest) + " = Math.max(" + JavaText.element(highest) + ", " + JavaText.element(high)
                + ");");
        java.close();
        java.close();
    }

    private void crossings() {
        java.open("public int crossings(double threshold, int[] found)");
        java.line("final " + java.real() + "[] s = this.s;");
        java.line("int n = 0;");
        java.open("for (int i = 0; i < " + lanes + "; i++)");
        java.line("if (" + JavaText.element(plan.chunkLowest()) + " < threshold && "
                + JavaText.element(plan.chunkHighest()) + " >= threshold) { found[n++] = i; }");
        java.close();
        java.line("return n;");
        java.close();
    }

    private int spikeRow() {
        return plan.layout().variables().get(spec.spikeVariable());
    }
}
