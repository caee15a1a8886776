/** From equations to the values of a whole step, and what saves work in them. */
package io.github.spikesweep.kernel.lowering;
