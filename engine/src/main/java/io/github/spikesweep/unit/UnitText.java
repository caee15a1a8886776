package io.github.spikesweep.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a product of powers: {@code mS*mV/ms}. */
final class UnitText {
    private UnitText() {}

    static String of(Map<String, Double> words) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        words.forEach((word, exponent) -> (exponent > 0 ? above : below).add(power(word, Math.abs(exponent))));
        String numerator = above.isEmpty() ? "1" : String.join("*", above);
        return below.isEmpty() ? numerator : numerator + "/" + String.join("/", below);
    }

    private static String power(String word, double exponent) {
        return exponent == 1 ? word : word + "^" + number(exponent);
    }

    /** A number without a fraction of zero: {@code 2}, {@code 1.5}. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }
}
