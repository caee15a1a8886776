/** Parsing of expressions. */
package io.github.spikesweep.equation.reading;
