/** Which rows of a grid are simulated where only the boundaries between classes are wanted, and what follows for the rest. */
package io.github.spikesweep.sweep.refine;
