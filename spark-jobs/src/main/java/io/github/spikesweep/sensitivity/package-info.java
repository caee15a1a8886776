/** How much a feature depends on each axis of a sample: Sobol indices, elementary effects, partial rank correlations. */
package io.github.spikesweep.sensitivity;
