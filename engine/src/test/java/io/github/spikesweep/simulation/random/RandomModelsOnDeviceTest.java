package io.github.spikesweep.simulation.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.DeviceOfTests;
import java.util.SplittableRandom;
import java.util.function.Predicate;
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
    @Tag("thorough")
    void manyHaveTheSameBits() {
        haveTheSameBits(1_000, 40, model -> true);
        haveTheSameBits(2_000, 20, RandomModel::hasReset);
    }

    private static void haveTheSameBits(long seed, int models, Predicate<RandomModel> chosen) {
        int computed = 0;
        int refused = 0;
        for (long each = seed; computed < models; each++) {
            RandomModel model = ModelMaker.of(each);
            if (!chosen.test(model)) {
                continue;
            }
            try {
                RandomTrials trials = new RandomTrials(model, ROWS, new SplittableRandom(-each));
                DeviceOfTests.get().check(trials.trials().get(0).kernel());
                DeviceOfTests.assertSameBits(trials.trials(), "seed " + each + ": " + model);
                DeviceOfTests.assertSameSpikes(trials.trials(), "seed " + each + ": " + model);
                computed++;
            } catch (InputException e) {
                refused++;
                assertTrue(refused < 5 * models, e.getMessage());
            }
        }
    }
}
