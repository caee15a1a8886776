/** Quotients of functions that vanish together, such as u/(1 − exp(−u)): rewritten so that they have a value there, or none that is wrong. */
package io.github.spikesweep.kernel.quotient;
