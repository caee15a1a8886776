/** What people read of a run: how far it has come, and numbers. */
package io.github.spikesweep.progress;
