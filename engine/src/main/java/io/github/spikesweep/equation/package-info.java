/** The expression language: its tree, what a function is, and values for given names. */
package io.github.spikesweep.equation;
