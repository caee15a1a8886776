/** Exponentials, logarithms and powers as sums and products of a graph. */
package io.github.spikesweep.kernel.transcendental;
