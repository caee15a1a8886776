/** Running a sweep, whichever engine computes it: what is to be done, wave by wave, and the report. */
package io.github.spikesweep.job;
