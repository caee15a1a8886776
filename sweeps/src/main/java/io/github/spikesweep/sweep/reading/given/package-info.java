/** What a sweep file gives, before it means anything: its keys, names and numbers, with their places. */
package io.github.spikesweep.sweep.reading.given;
