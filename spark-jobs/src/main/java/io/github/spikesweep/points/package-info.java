/** Tables of points in Parquet files. Libraries that come with Spark decode them, after checks that they fit into memory. */
package io.github.spikesweep.points;
