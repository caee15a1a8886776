/** The Taylor coefficients over time of what equations say, by recurrences: values of a graph. */
package io.github.spikesweep.kernel.taylor;
