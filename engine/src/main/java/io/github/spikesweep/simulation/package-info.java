/** Simulations: many rows side by side in lanes, or one neuron at a time. */
package io.github.spikesweep.simulation;
