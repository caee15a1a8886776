package io.github.spikesweep.plot;

import java.util.List;

/**
 * A row as it was read.
 *
 * @param values of the wanted columns: {@code Double}, NaN for null; {@code String}, empty for null; {@code double[]}, empty for null
 */
record ResultRow(long id, List<Object> values) {}
