package io.github.spikesweep.simulation.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.DeviceOfTests;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random models have the same bits on a device, or are refused there. */
class RandomModelsOnDeviceTest {
    private static final int ROWS = 5;

    @BeforeEach
    void needsADevice() {
        DeviceOfTests.assume();
    }

    @Test
    void someHaveTheSameBits() {
        haveTheSameBits(1, 25);
    }

    @Test
    @Tag("thorough")
    void manyHaveTheSameBits() {
        haveTheSameBits(1_000, 100);
    }

    private static void haveTheSameBits(long seed, int models) {
        int computed = 0;
        int refused = 0;
        for (long each = seed; each < seed + models; each++) {
            RandomModel model = ModelMaker.of(each);
            try {
                RandomTrials trials = new RandomTrials(model, ROWS, new SplittableRandom(-each));
                DeviceOfTests.assertSameBits(trials.trials(), "seed " + each + ": " + model);
                computed++;
            } catch (InputException e) {
                refused++;
            }
        }
        System.out.println("Random models on a device: " + computed + " with the same bits, " + refused + " refused");
        assertTrue(computed >= models / 5, computed + " computed");
    }
}
