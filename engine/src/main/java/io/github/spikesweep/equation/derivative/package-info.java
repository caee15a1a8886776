/** Derivatives of expressions. */
package io.github.spikesweep.equation.derivative;
