package io.github.spikesweep.unit;

import java.util.Map;
import java.util.TreeMap;

/**
 * The dimension and scale of a unit.
 *
 * @param exponents the exponent of each base quantity, none of them 0
 * @param scale the power of ten by which it exceeds the product of the base units
 */
record Dimension(Map<String, Double> exponents, double scale) {
    Dimension {
        exponents = Map.copyOf(exponents);
        scale += 0.0; // one zero, not two
    }

    /** The dimension of a product of powers of words. */
    static Dimension of(Map<String, Double> words) {
        Map<String, Double> exponents = new TreeMap<>();
        double scale = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            Dimension factor = KnownUnits.find(word.getKey()).orElseGet(() -> own(word.getKey()));
            factor.exponents.forEach((base, power) -> exponents.merge(base, power * word.getValue(), Double::sum));
            scale += factor.scale * word.getValue();
        }
        exponents.values().removeIf(exponent -> exponent == 0);
        return new Dimension(exponents, scale);
    }

    private static Dimension own(String word) {
        return new Dimension(Map.of("'" + word + "'", 1.0), 0);
    }
}
