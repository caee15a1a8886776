/** The rows of a sweep's table: which rows there are, their results, and one row over time. */
package io.github.spikesweep.sweep.rows;
