/** Single files that commands write. */
package io.github.spikesweep.output;
