/** Tables of points in Parquet files, which only Spark's libraries read. */
package io.github.spikesweep.points;
