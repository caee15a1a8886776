/** How expressions run over a span of time: bounds of their value, slope and curvature. */
package io.github.spikesweep.equation.course;
