/** What a row simulates, at a point of the axes: its neuron, its inputs, its times and settings. */
package io.github.spikesweep.sweep.neuron;
