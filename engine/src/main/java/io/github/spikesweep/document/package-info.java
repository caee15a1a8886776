/** Text that users write: YAML with positions, and the exception that reports a user's fault in it. */
package io.github.spikesweep.document;
