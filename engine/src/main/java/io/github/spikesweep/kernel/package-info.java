/** Compiled kernels: what they compute, how their memory is laid out, and how to run them. */
package io.github.spikesweep.kernel;
