/** Reads the axes in a sweep file: blocks of listed, spaced and sampled values, and tables beside the file. */
package io.github.spikesweep.sweep.reading.axis;
