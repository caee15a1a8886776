package io.github.spikesweep.job.benchmark;

/**
 * A measured speed of one thread.
 *
 * @param neuronStepsPerSecond integration steps of one neuron per second, with everything that a sweep does for each
 * @param meanStep the mean length of a step, in the model's unit of time
 * @param outside the part of the time in which no kernel runs, from 0 to 1
 * @param diverged how many of the neurons diverged
 * @param neurons how many neurons there were
 * @param warm whether the JVM had nearly stopped compiling before; otherwise longer runs are faster
 */
public record Speed(
        double neuronStepsPerSecond, double meanStep, double outside, long diverged, int neurons, boolean warm) {}
