/** Turns equations into the values of a whole step, with less work. */
package io.github.spikesweep.kernel.lowering;
