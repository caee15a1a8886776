/** Compiled kernels: what they compute, the layout of their memory, and how to run them. */
package io.github.spikesweep.kernel;
