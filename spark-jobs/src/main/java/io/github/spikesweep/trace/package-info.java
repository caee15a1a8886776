/** Files with every variable of one row over time. */
package io.github.spikesweep.trace;
