/** How fast small changes of the state grow: the largest Lyapunov exponent. */
package io.github.spikesweep.simulation.tangent;
