/** The definition of a sweep: its axes, neurons, times and settings, the columns of its table, and its rows. */
package io.github.spikesweep.sweep;
