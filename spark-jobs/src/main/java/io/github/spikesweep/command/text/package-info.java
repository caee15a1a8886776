/** What commands print. */
package io.github.spikesweep.command.text;
