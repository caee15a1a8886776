/** Measures spikes: their times and shapes, from the course of one variable. */
package io.github.spikesweep.simulation.spike;
