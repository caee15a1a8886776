/** The progress of a run as people see it, and numbers as text. */
package io.github.spikesweep.progress;
