/** What the rows of a sweep take on this machine, estimated before they are simulated. */
package io.github.spikesweep.sweep.cost;
