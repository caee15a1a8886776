/** Tells from spikes and states when a row has settled. */
package io.github.spikesweep.simulation.settling;
