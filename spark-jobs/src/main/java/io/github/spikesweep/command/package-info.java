/** The command line. */
package io.github.spikesweep.command;
