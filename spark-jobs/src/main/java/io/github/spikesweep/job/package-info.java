/** Running a sweep on Spark: the session, the results' directory, progress, totals; and measuring how fast neurons run. */
package io.github.spikesweep.job;
