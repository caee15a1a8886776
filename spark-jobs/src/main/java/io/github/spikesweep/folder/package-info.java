/** Folders with files, on the local file system or one of Hadoop's. Local ones need no class of Hadoop. */
package io.github.spikesweep.folder;
