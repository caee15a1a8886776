/** Checks the units of the expressions in a sweep file against those of its models. */
package io.github.spikesweep.sweep.reading.unit;
