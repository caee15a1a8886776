/** The parameter space of a sweep: axes, their combinations by number, and selections of them. Nothing is ever listed. */
package io.github.spikesweep.space;
