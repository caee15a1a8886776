/**
 * Pictures of results: which picture shows them, and its drawing. It reads what a run has left, and needs no Spark to be started.
 */
package io.github.spikesweep.plot;
