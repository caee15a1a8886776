package io.github.spikesweep.wave.threads;

/**
 * Candidates that a thread simulates together.
 *
 * @param part where their rows go
 * @param number their place among the chunks of that part, from 0
 * @param from the position of the first
 * @param to one past the position of the last
 */
record Chunk(Part part, long number, long from, long to) {}
