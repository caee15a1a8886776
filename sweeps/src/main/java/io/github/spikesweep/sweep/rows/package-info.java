/** The rows of a sweep's table: which there are, what comes of each, and one of them over time. */
package io.github.spikesweep.sweep.rows;
