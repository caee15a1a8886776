/** What the inputs and equations of a row do over time, whatever the neuron does. */
package io.github.spikesweep.simulation.stimulus;
