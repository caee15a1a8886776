/** The sweep language: reading a sweep file, the table it defines, and the rows of that table. */
package io.github.spikesweep.sweep;
