/** The columns of a sweep's table: axes, features, and what is said of each row. */
package io.github.spikesweep.sweep.output;
