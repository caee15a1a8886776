/** How fast this machine simulates a neuron, and what it spends the time on. */
package io.github.spikesweep.job.benchmark;
