/** Text as a definition: a sweep file is read and checked here, and every fault in it told with its place. */
package io.github.spikesweep.sweep.reading;
