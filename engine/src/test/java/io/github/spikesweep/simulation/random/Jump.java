package io.github.spikesweep.simulation.random;

import java.util.function.DoubleConsumer;

/** A condition on the time: tells every time at which it changes until the end. */
interface Jump {
    void tell(Moment moment, double end, DoubleConsumer times);
}
