/** The expression language: its tree, its parser, and its value for given names. */
package io.github.spikesweep.equation;
