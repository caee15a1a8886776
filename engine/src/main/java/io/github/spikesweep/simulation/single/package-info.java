/** One neuron or circuit, stepped by hand. */
package io.github.spikesweep.simulation.single;
