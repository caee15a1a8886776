/** The rows of results that a picture shows, the axes along which they vary, and what is said about them below the title. */
package io.github.spikesweep.plot.rows;
