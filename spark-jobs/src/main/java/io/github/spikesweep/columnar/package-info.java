/** The table of a sweep as Arrow vectors and as Parquet files, without Spark and Hadoop. */
package io.github.spikesweep.columnar;
