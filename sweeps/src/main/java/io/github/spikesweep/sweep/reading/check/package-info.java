/** Checks of a sweep as a whole: that it can be simulated, and is not too large. */
package io.github.spikesweep.sweep.reading.check;
