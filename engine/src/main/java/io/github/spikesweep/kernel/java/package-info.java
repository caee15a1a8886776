/** From the values of a step to a compiled class: schedule, memory, Java source, compiler. */
package io.github.spikesweep.kernel.java;
