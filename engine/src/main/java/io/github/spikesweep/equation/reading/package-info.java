/** The text of an expression, read as its tree. */
package io.github.spikesweep.equation.reading;
