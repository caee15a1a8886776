/** Random numbers that depend on a key and a counter alone. */
package io.github.spikesweep.simulation.noise;
