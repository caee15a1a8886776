/** Arithmetic as a graph of values, with what is known about each of them. */
package io.github.spikesweep.kernel.graph;
