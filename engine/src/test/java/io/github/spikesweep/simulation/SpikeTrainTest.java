package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpikeTrainTest {
    private static SpikeTrain train(boolean keep, double... times) {
        SpikeTrain train = new SpikeTrain(keep);
        for (double time : times) {
            train.add(time);
        }
        return train;
    }

    @Test
    void reducesIntervals() {
        SpikeTrain train = train(true, 1, 2, 4, 7);
        assertEquals(4, train.count());
        assertEquals(1, train.first());
        assertEquals(7, train.last());
        assertEquals(2, train.meanInterval(), 1e-15);
        assertEquals(0.5, train.intervalCv(), 1e-15); // standard deviation of 1, 2, 3 is 1
        assertArrayEquals(new double[] {1, 2, 4, 7}, train.times());
    }

    @Test
    void hasNoFigureThatDoesNotExist() {
        assertEquals(Double.NaN, train(false).first());
        assertEquals(Double.NaN, train(false, 1).meanInterval());
        assertEquals(Double.NaN, train(false, 1, 2).intervalCv());
        assertEquals(0, train(false, 1, 2).times().length);
    }
}
