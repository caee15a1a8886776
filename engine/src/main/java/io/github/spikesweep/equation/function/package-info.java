/** The functions of the expression language, a class each. */
package io.github.spikesweep.equation.function;
