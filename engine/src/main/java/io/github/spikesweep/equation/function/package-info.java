/** The functions of the expression language, one class for each. */
package io.github.spikesweep.equation.function;
