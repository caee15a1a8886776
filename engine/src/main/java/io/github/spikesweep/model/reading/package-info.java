/** The files of models and synapses, as they are read, and those that come with SpikeSweep. */
package io.github.spikesweep.model.reading;
