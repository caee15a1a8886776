package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
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

    @Test
    void localVariationComparesNeighbours() {
        // Intervals 1, 2, 3: contrasts 1/3 and 1/5.
        assertEquals(3.0 / 2 * (1.0 / 9 + 1.0 / 25), train(false, 1, 2, 4, 7).localVariation(), 1e-15);
        assertEquals(0, train(false, 1, 2, 3).localVariation());
        assertEquals(Double.NaN, train(false, 1, 2).localVariation());
    }

    @Test
    void adaptationIndexLeavesOutTheFirstSpikes() {
        // Intervals double: every contrast is 1/3. The first interval of all is odd.
        assertEquals((-0.5 + 1.0 / 3) / 2, train(false, -1, 2, 3, 5).adaptationIndex(), 1e-15);
        assertEquals(1.0 / 3, train(false, -1, 2, 3, 5, 9).adaptationIndex(), 1e-15);
        assertEquals(Double.NaN, train(false, 1, 2, 4).adaptationIndex());
    }

    @Test
    void countsBurstsOnlyWithTimes() {
        double[] times = {0, 1, 2, 3, 13, 14, 15};
        assertEquals(2, train(true, times).burstNumber());
        assertEquals(Double.NaN, train(false, times).burstNumber());
        assertEquals(0, train(true, 0, 1, 2, 3, 4, 5, 6).burstNumber());
        assertEquals(0, train(true).burstNumber());
    }

    /** A count never turns negative and never stands still: the row fails. */
    @Test
    void refusesToCountFurtherThanItCan() {
        for (boolean keepTimes : new boolean[] {false, true}) {
            SpikeTrain train = new SpikeTrain(keepTimes, 20);
            for (int spike = 0; spike < 20; spike++) {
                train.add(spike);
            }
            assertEquals(20, train.count());
            assertEquals(keepTimes ? 20 : 0, train.times().length);
            InputException fault = assertThrows(InputException.class, () -> train.add(20));
            assertEquals(
                    "a row spikes more than 20 times, which no count holds: at 20.0 it does so again; a shorter duration or a longer "
                            + "'refractory' of 'spike' is accepted",
                    fault.getMessage());
        }
    }

    /** A count that may be off by one is not given. */
    @Test
    void countsOnlyWhatIsSure() {
        SpikeTrain regular = everyTen();
        SpikeTrain whole = regular.continued(1, 1e-6, 1005);
        assertEquals(100, whole.count());
        assertTrue(whole.isCountSure() && whole.isContinued());
        assertEquals(10, whole.seenTimes().length);
        assertEquals(1000, whole.last(), 1e-9);
        assertFalse(regular.continued(1, 1e-3, 1004).isCountSure());
        assertFalse(regular.continued(1, 1e-6, 1000).isCountSure());
        assertTrue(regular.continued(1, 1e-6, 1001).isCountSure());
        assertFalse(regular.continued(1, 1e-6, 999.999).isCountSure());
        assertEquals(99, regular.continued(1, 1e-6, 999.9).count());
    }

    private static SpikeTrain everyTen() {
        SpikeTrain train = new SpikeTrain(true);
        for (int spike = 1; spike <= 10; spike++) {
            train.add(10 * spike);
        }
        return train;
    }
}
