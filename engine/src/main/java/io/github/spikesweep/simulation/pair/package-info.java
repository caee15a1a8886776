/** How two cells of a circuit go together. */
package io.github.spikesweep.simulation.pair;
