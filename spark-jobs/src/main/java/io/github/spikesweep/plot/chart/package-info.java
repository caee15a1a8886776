/** The style of all charts, and pictures as files. It knows no results. */
package io.github.spikesweep.plot.chart;
