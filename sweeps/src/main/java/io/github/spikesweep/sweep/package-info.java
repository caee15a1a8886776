/** What a sweep says: its axes, neurons, times and settings, the columns of its table, and which rows there are. */
package io.github.spikesweep.sweep;
