package io.github.spikesweep.results;

/**
 * A Parquet file of results.
 *
 * @param path its path, including the file system
 * @param bytes its size
 */
public record DataFile(String path, long bytes) {}
