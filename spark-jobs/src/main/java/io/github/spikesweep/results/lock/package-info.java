/** Locks of a directory of results: one run at a time writes there. */
package io.github.spikesweep.results.lock;
