/** The files of a table: what they hold, and whether it is whole. */
package io.github.spikesweep.results.file;
