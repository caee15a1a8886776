/** Pictures of values over time: traces in results, and files with a trace. */
package io.github.spikesweep.plot.trace;
