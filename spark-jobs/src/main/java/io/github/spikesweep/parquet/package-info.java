/** What Parquet files are made of: structures, pages and compression, read without Hadoop. */
package io.github.spikesweep.parquet;
