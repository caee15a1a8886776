package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.kernel.graph.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scales of exponentials, grouped so that those of a group are whole multiples of one base. */
final class CommensurableScales {
    private static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);
    private static final int MOST_HALVINGS = 12;

    private final double radius;
    private final Rounding rounding;
    private final Map<Rational, Rational> baseOf = new HashMap<>();

    /**
     * @param scales none of them zero
     * @param radius the largest distance of the variable from the centre of its range
     */
    CommensurableScales(Collection<Rational> scales, double radius, Rounding rounding) {
        this.radius = radius;
        this.rounding = rounding;
        List<Set<Rational>> groups = new ArrayList<>();
        scales.forEach(scale -> groups.add(Set.of(scale)));
        boolean merged;
        do {
            merged = mergeClosest(groups);
        } while (merged);
        for (Set<Rational> group : groups) {
            commonBase(group).ifPresent(base -> group.forEach(scale -> baseOf.put(scale, base)));
        }
    }

    /** The base of which {@code scale} is a multiple, if it was among the scales and has one. */
    Optional<Rational> base(Rational scale) {
        return Optional.ofNullable(baseOf.get(scale));
    }

    /** Which multiple of its base {@code scale} is. */
    int exponent(Rational scale) {
        return multiple(scale, baseOf.get(scale));
    }

    /** Every exponent wanted of {@code base}, falling. */
    List<Integer> exponents(Rational base) {
        return baseOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(base))
                .map(entry -> multiple(entry.getKey(), base))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Merges the two groups whose union has the smallest powers, if these are small enough. */
    private boolean mergeClosest(List<Set<Rational>> groups) {
        Set<Rational> best = null;
        int smallest = rounding.mergedPower();
        int first = 0;
        int second = 0;
        for (int j = 0; j < groups.size(); j++) {
            for (int i = 0; i < j; i++) {
                Set<Rational> union = new LinkedHashSet<>(groups.get(i));
                union.addAll(groups.get(j));
                Optional<Rational> base = commonBase(union);
                int power = base.map(b -> union.stream()
                                .mapToInt(s -> multiple(s, b))
                                .max()
                                .orElseThrow())
                        .orElse(Integer.MAX_VALUE);
                if (power <= smallest && (best == null || power < smallest)) {
                    best = union;
                    smallest = power;
                    first = i;
                    second = j;
                }
            }
        }
        if (best != null) {
            groups.remove(second);
            groups.set(first, best);
        }
        return best != null;
    }

    /** The common divisor of scales of one sign, halved until a polynomial can serve the whole range. */
    private Optional<Rational> commonBase(Set<Rational> scales) {
        boolean oneSign =
                scales.stream().map(s -> s.numerator().signum()).distinct().count() == 1;
        Optional<Rational> base = oneSign ? Optional.of(scales.iterator().next()) : Optional.empty();
        for (Rational scale : scales) {
            base = base.flatMap(b -> b.commonDivisor(scale));
        }
        for (int k = 0; k < MOST_HALVINGS && base.filter(this::isTooLarge).isPresent(); k++) {
            base = base.flatMap(b -> b.times(HALF));
        }
        return base.filter(b -> !isTooLarge(b));
    }

    private boolean isTooLarge(Rational base) {
        return Math.abs(base.value()) * radius > rounding.seriesRadius();
    }

    private static int multiple(Rational scale, Rational base) {
        BigInteger multiple = scale.over(base).map(Rational::numerator).orElseThrow();
        return multiple.bitLength() < Integer.SIZE ? multiple.intValue() : Integer.MAX_VALUE;
    }
}
