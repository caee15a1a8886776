/** Reads and checks sweep files; every mistake is reported with its position. */
package io.github.spikesweep.sweep.reading;
