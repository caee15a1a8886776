package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.unit.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the unit of a value.
 *
 * @param unit the unit; empty if the value goes with any unit
 * @param number whether it is a pure number by nature, such as {@code pulse(t, 1, 2)}; it goes with any unit as well
 * @param assumed the factors that state no unit and are taken for pure numbers; without them the unit is certain
 * @param sources where the units of its factors are stated
 */
record Quantity(Optional<Unit> unit, boolean number, Set<Unstated> assumed, Set<Source> sources) {
    /** Who says in which unit something is. */
    enum Source {
        /** The sweep file. */
        FILE,
        /** The model, of an axis with the name of a parameter. */
        MODEL,
        /** The model, of the time {@code t}. */
        TIME
    }

    /** A long expression has too many factors to name all of them. */
    private static final int MOST_NAMED = 10;

    /** A pure number by nature. */
    static final Quantity NUMBER = new Quantity(Optional.empty(), true, Set.of(), Set.of());

    /** Goes with anything, and nothing is known of it. */
    static final Quantity UNKNOWN = new Quantity(Optional.empty(), false, Set.of(), Set.of());

    static Quantity in(Unit unit, Source source) {
        return new Quantity(Optional.of(unit), false, Set.of(), Set.of(source));
    }

    static Quantity without(Unstated value) {
        return new Quantity(Optional.empty(), false, Set.of(value), Set.of());
    }

    boolean isKnown() {
        return unit.isPresent();
    }

    boolean isCertain() {
        return isKnown() && assumed.isEmpty();
    }

    /** Whether the file states the unit of some factor. */
    boolean isStated() {
        return sources.contains(Source.FILE);
    }

    /** Whether the file states the units of all factors that have one. */
    boolean isAllStated() {
        return sources.equals(Set.of(Source.FILE));
    }

    /** Whether its only factors with a unit are the time. */
    boolean isTime() {
        return sources.equals(Set.of(Source.TIME));
    }

    /** The product; {@code unit} is that of the product where both have one. */
    Quantity times(Quantity other, Optional<Unit> product) {
        if (isKnown() && other.isKnown()) {
            return new Quantity(product, false, union(assumed, other.assumed), union(sources, other.sources));
        }
        if (number && other.number) {
            return NUMBER;
        }
        if (!isKnown() && !other.isKnown()) {
            return new Quantity(Optional.empty(), false, union(assumed, other.assumed), Set.of());
        }
        Quantity known = isKnown() ? this : other;
        Quantity free = isKnown() ? other : this;
        if (free.number) {
            return known.withUnit(product);
        }
        // What nobody in the file says anything about is not worth a doubt.
        return known.isStated() && !free.assumed.isEmpty()
                ? new Quantity(product, false, union(known.assumed, free.assumed), known.sources)
                : new Quantity(Optional.empty(), false, free.assumed, Set.of());
    }

    Quantity withUnit(Optional<Unit> other) {
        return new Quantity(other, number, assumed, sources);
    }

    /** What a sum, or a choice, of this and {@code other} is; the more certain one says its unit. */
    Quantity or(Quantity other) {
        if (isKnown() && other.isKnown()) {
            return isCertain() || !other.isCertain() ? this : other;
        }
        if (isKnown() || other.isKnown()) {
            return isKnown() ? this : other;
        }
        return number && other.number
                ? NUMBER
                : new Quantity(Optional.empty(), false, union(assumed, other.assumed), Set.of());
    }

    /** The factors without a unit that are most worth naming: those with a name, if there are any. */
    List<Unstated> doubts() {
        List<Unstated> named = assumed.stream().filter(Unstated::isNamed).toList();
        return named.isEmpty() ? List.copyOf(assumed) : named;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (one.containsAll(other)) {
            return one;
        }
        Set<T> union = new LinkedHashSet<>(one);
        for (T element : other) {
            if (union.size() < MOST_NAMED) {
                union.add(element);
            }
        }
        return union;
    }
}
