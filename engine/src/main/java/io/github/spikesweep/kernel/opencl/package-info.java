/** Kernels for devices of OpenCL, with the bits of those in Java. No other package uses JOCL. */
package io.github.spikesweep.kernel.opencl;
