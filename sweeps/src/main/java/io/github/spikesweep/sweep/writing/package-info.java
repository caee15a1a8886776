/** Writes definitions: as a sweep file that is read back as the same, and as the text whose hash identifies a definition. */
package io.github.spikesweep.sweep.writing;
