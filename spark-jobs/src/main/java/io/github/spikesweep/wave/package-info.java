/** Waves of a run, and the engines that compute them. */
package io.github.spikesweep.wave;
