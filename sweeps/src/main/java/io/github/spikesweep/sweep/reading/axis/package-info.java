/** Axes as a sweep file declares them: blocks of listed, spaced and sampled values, and tables beside the file. */
package io.github.spikesweep.sweep.reading.axis;
