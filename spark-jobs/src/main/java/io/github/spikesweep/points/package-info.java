/** Tables of points in Parquet files: the libraries that Spark brings decode them, once they are known to fit into memory. */
package io.github.spikesweep.points;
