/** Units of measurement: their notation, and when two of them are the same. */
package io.github.spikesweep.unit;
