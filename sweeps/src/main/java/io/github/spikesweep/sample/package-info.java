/** The points of sampled axes: numbers in [0, 1), each found by its index, and what distributions make of them. */
package io.github.spikesweep.sample;
