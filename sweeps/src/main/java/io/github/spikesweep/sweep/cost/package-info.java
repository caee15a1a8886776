/** The time and storage that a sweep takes, estimated before it runs. */
package io.github.spikesweep.sweep.cost;
