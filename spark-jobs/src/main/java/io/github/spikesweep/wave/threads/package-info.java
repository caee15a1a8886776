/** Computes the waves of a run in this process, with threads and without Spark. */
package io.github.spikesweep.wave.threads;
