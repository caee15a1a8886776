package io.github.spikesweep.simulation;

/**
 * Follows simulations while they run, and can end them. It is asked by the thread that simulates, many times a second, so it must
 * be quick. Results do not depend on it.
 */
public interface Progress {
    /** Follows nothing and never stops anything. */
    Progress NONE = new Progress() {
        @Override
        public void advanced(double rows, long neuronSteps) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /**
     * The rows of a block have advanced.
     *
     * @param rows by how much in all: the sum of the fractions of their durations, so 0.5 for half of a row
     * @param neuronSteps the steps that were tried, summed over the rows
     * @throws java.util.concurrent.CancellationException to end the simulation
     */
    void advanced(double rows, long neuronSteps);

    /** Whether to end now. The simulation that asks is given up; what was finished before is kept. */
    boolean isStopped();
}
