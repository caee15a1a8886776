/** Neuron models as data: what a model file says, checked. */
package io.github.spikesweep.model;
