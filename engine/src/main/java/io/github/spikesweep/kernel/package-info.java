/** From equations to compiled loops over lanes: graph, schedule, Java source, class. */
package io.github.spikesweep.kernel;
