/** Running a sweep, whichever engine computes it: what is to be done, wave by wave, and the report; and measuring how fast neurons run. */
package io.github.spikesweep.job;
