/**
 * Pictures of results: which picture shows them, and its panels. {@code plot.rows} reads the results, {@code plot.chart} has the style
 * of all charts, {@code plot.trace} draws values over time. It needs no Spark to be started.
 */
package io.github.spikesweep.plot;
