/** Answers requests of a program that has started this process, over standard input and output. */
package io.github.spikesweep.serve;
