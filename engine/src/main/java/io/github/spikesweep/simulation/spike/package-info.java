/** What is measured of spikes: when they come, and how they are shaped, from the way of one variable. */
package io.github.spikesweep.simulation.spike;
