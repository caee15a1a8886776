/** What is linear in equations: rates, Jacobians, and the steps and solutions that follow from them. */
package io.github.spikesweep.kernel.lowering.linear;
