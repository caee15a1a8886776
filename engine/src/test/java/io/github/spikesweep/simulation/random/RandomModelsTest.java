package io.github.spikesweep.simulation.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random models, read and simulated as those of users are: every row is right, or diverged where it should be. How many there are, and from which
 * seed, is set by {@code -Drandom.models=2000 -Drandom.seed=1}.
 */
class RandomModelsTest {
    private static final int MODELS = Integer.getInteger("random.models", 60);
    private static final long SEED = Long.getLong("random.seed", 1);
    private static final int ROWS = 5;
    private static final int SHOWN = 5;

    private final List<String> faults = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int refused;

    @Test
    void everyRowIsRightOrDiverged() {
        for (long seed = SEED; seed < SEED + MODELS; seed++) {
            check(seed);
        }
        String found = counts + ", refused models: " + refused;
        System.out.println("Random models: " + found);
        assertTrue(
                faults.isEmpty(),
                () -> found + "\n" + String.join("\n\n", faults.subList(0, Math.min(faults.size(), SHOWN))));
        // So that this test does not become empty.
        int rows = MODELS * ROWS;
        assertTrue(counts.getOrDefault(Verdict.RIGHT, 0) >= 0.8 * rows, found);
        assertTrue(counts.getOrDefault(Verdict.SENSITIVE, 0) <= 0.02 * rows, found);
        assertTrue(refused <= 0.01 * MODELS, found);
    }

    private void check(long seed) {
        RandomModel model = ModelMaker.of(seed);
        try {
            RandomTrials trials = new RandomTrials(model, ROWS, new SplittableRandom(-seed));
            List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(trials.trials());
            for (int k = 0; k < ROWS; k++) {
                Row row = trials.rows().get(k);
                Expectation expected = Expectation.of(model, row, trials.method());
                List<String> wrong = new ArrayList<>();
                Verdict verdict = Verdict.of(model, trials.method(), expected, outcomes.get(k), wrong);
                counts.merge(verdict, 1, Integer::sum);
                if (!wrong.isEmpty()) {
                    faults.add("seed %d, row %d by %s, %s: %s\nThe oracle, as it is and with errors:%s\n%s"
                            .formatted(seed, k, trials.method(), row, wrong, expected, model));
                }
            }
        } catch (InputException e) {
            refused++;
            if (!e.getMessage().contains("too large")) {
                faults.add("seed %d: %s\n%s".formatted(seed, e.getMessage(), model));
            }
        }
    }
}
