/** Turns the values of a step into a compiled class: schedule, memory, Java source, compiler. */
package io.github.spikesweep.kernel.java;
