/** Arithmetic as a graph of values, and what is known of each. */
package io.github.spikesweep.kernel.graph;
