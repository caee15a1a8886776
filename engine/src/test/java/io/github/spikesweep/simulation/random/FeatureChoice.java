package io.github.spikesweep.simulation.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Which features a model has. */
record FeatureChoice(Set<FormulaMaker.Feature> chosen) {
    static FeatureChoice random(SplittableRandom random) {
        Set<FormulaMaker.Feature> chosen = EnumSet.noneOf(FormulaMaker.Feature.class);
        add(chosen, FormulaMaker.Feature.TIME, true);
        add(chosen, FormulaMaker.Feature.STATE_JUMPS, random.nextInt(100) < 30);
        add(chosen, FormulaMaker.Feature.TIME_JUMPS, random.nextInt(100) < 50);
        add(chosen, FormulaMaker.Feature.RATES, random.nextInt(100) < 65);
        add(chosen, FormulaMaker.Feature.QUOTIENTS, random.nextInt(100) < 10);
        return new FeatureChoice(chosen);
    }

    private static void add(Set<FormulaMaker.Feature> chosen, FormulaMaker.Feature feature, boolean wanted) {
        if (wanted) {
            chosen.add(feature);
        }
    }

    /** Those that are among {@code others} too. */
    FeatureChoice only(FormulaMaker.Feature... others) {
        Set<FormulaMaker.Feature> both = EnumSet.copyOf(chosen);
        both.retainAll(List.of(others));
        return new FeatureChoice(both);
    }

    boolean has(FormulaMaker.Feature feature) {
        return chosen.contains(feature);
    }
}
