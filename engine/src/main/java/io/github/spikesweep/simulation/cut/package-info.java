/** Steps that are taken again in pieces, as a spike changes something within them, and what it changes. */
package io.github.spikesweep.simulation.cut;
