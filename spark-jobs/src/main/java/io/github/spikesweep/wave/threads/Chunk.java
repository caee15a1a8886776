package io.github.spikesweep.wave.threads;

import io.github.spikesweep.space.IndexRanges;

/**
 * Candidates that a thread simulates together.
 *
 * @param part where their rows go
 * @param number their place among the chunks of that part, from 0
 * @param positions which candidates
 */
record Chunk(Part part, long number, IndexRanges positions) {}
