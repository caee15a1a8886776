/** Computes the waves of a run on Spark. */
package io.github.spikesweep.wave.spark;
