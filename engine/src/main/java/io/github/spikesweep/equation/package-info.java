/** The expression language: expression trees, what a function is, and evaluation with given names. */
package io.github.spikesweep.equation;
