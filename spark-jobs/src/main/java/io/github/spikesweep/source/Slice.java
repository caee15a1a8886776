package io.github.spikesweep.source;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * A partition: selected rows by their position in the selection.
 *
 * @param from the first, from 0
 * @param to one past the last
 */
record Slice(long from, long to) implements InputPartition {}
