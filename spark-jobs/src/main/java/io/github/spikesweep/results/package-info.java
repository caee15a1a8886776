/** A directory of results: what is in it, the record of what computed it, and who may write into it. */
package io.github.spikesweep.results;
