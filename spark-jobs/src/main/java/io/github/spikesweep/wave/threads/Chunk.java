package io.github.spikesweep.wave.threads;

/**
 * Candidates that a thread simulates together.
 *
 * @param part the file that their rows go to
 * @param number their place among the chunks of that file, from 0
 * @param from the position of the first
 * @param to one past the position of the last
 */
record Chunk(Part part, long number, long from, long to) {}
