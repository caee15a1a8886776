/** Paths as users write them: those of local files, and those of Hadoop's file systems. */
package io.github.spikesweep.path;
