/** Explicit Runge–Kutta methods, as Butcher tableaux. */
package io.github.spikesweep.integrator;
