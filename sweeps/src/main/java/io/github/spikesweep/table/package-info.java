/** Tables of points that a sweep file names: their formats, and their columns as numbers and texts. */
package io.github.spikesweep.table;
