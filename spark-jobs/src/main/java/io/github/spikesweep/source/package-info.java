/** A sweep as a table of Spark: the data source {@code spikesweep}. */
package io.github.spikesweep.source;
