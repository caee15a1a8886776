/** Circuits of neurons and synapses, and how they become one system of equations. */
package io.github.spikesweep.circuit;
