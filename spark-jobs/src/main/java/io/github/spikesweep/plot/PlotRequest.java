package io.github.spikesweep.plot;

import java.util.Optional;

/**
 * What the user wants to see; the rest is chosen automatically.
 *
 * @param x the column along the horizontal axis
 * @param y the column along the vertical axis
 * @param color the column that colours show
 * @param where a condition on the rows to show, over their columns; all by default
 */
public record PlotRequest(Optional<String> x, Optional<String> y, Optional<String> color, Optional<String> where) {}
