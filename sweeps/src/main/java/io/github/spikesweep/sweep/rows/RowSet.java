package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.simulation.noise.NoiseKey;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some rows of a sweep's table, in the order of their ids: candidates, which are found without listing, minus those that a
 * filter drops, which has to test each. Immutable.
 */
public final class RowSet implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Up to this many candidates are tested one by one to count rows; for more, the count is estimated from a sample. */
    private static final long MOST_COUNTED = 1_000_000;

    private static final int ASKED = 100_000;
    /** For a rough answer. */
    private static final int ASKED_OF_SOME = 4_000;

    private final Selection candidates;
    private final RowFilter filter;
    /** How many ids the rows of a chain have; 1 if every row starts by itself. */
    private final long chain;

    private RowSet(Selection candidates, RowFilter filter, long chain) {
        this.candidates = candidates;
        this.filter = filter;
        this.chain = chain;
    }

    /** All rows of the table: those that the file's {@code where} keeps. */
    public static RowSet of(SweepDefinition definition) {
        long chain = definition.chains().length(definition.space());
        return new RowSet(Selection.all(definition.space()), RowFilter.NONE, chain).where(definition.constraint());
    }

    /** The combinations of {@code space} that {@code constraint} keeps. */
    public static RowSet of(ParameterSpace space, Constraint constraint) {
        return new RowSet(Selection.all(space), RowFilter.NONE, 1).where(constraint);
    }

    /** The rows among these that {@code constraint} keeps. */
    public RowSet where(Constraint constraint) {
        List<Condition> conditions = new ArrayList<>();
        List<Expression> rest = new ArrayList<>();
        for (Expression expression : constraint.conjuncts()) {
            Optional<Condition> condition = Constraint.condition(expression, candidates.space());
            condition.ifPresentOrElse(conditions::add, () -> rest.add(expression));
        }
        return new RowSet(candidates, filter.keeping(rest), chain).where(conditions);
    }

    /** The candidates. */
    public Selection candidates() {
        return candidates;
    }

    /** Whether a filter may drop candidates. */
    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** Whether {@link #where} can apply {@code condition}: its column exists and its literals are of the column's type. */
    public boolean knows(Condition condition) {
        return candidates.knows(condition);
    }

    /**
     * The rows among these that satisfy all of {@code conditions}.
     *
     * @throws IllegalArgumentException if one is not {@linkplain #knows known}
     */
    public RowSet where(List<Condition> conditions) {
        List<Condition> arithmetic = new ArrayList<>();
        List<Condition> others = new ArrayList<>();
        for (Condition condition : conditions) {
            if (!knows(condition)) {
                throw new IllegalArgumentException("cannot be answered: " + condition);
            }
            (candidates.answers(condition) ? arithmetic : others).add(condition);
        }
        return new RowSet(candidates.where(arithmetic), filter.and(others), chain);
    }

    /**
     * These rows without those for which {@code comparison} is false. Rows for which it is NaN stay: the caller has to decide
     * on them.
     *
     * @param comparison a comparison of expressions over numeric axes
     */
    public RowSet unlessFalse(Expression comparison) {
        return new RowSet(candidates, filter.unlessFalse(comparison), chain);
    }

    /** Whether {@code name} is a numeric axis. */
    public boolean hasNumbers(String name) {
        ParameterSpace space = candidates.space();
        return space.axis(name).stream().anyMatch(axis -> space.axes().get(axis).isNumeric());
    }

    /** The rows among the candidates from the {@code from}-th, inclusive, to the {@code to}-th, exclusive. */
    public RowSet slice(long from, long to) {
        return new RowSet(candidates.slice(from, to), filter, chain);
    }

    /** About how many candidates a chain has, which are one unit of work; 1 if every row starts by itself. */
    public long perChain() {
        int last = candidates.space().blocks().size() - 1;
        return chain == 1 ? 1 : Math.max(1, candidates.along(last).count());
    }

    /** The first position from {@code k} on at which no chain is cut: where one begins, or at the end. */
    public long uncut(long k) {
        if (chain == 1 || k <= 0 || k >= candidates.size()) {
            return k;
        }
        long next = (candidates.idAt(k - 1) / chain + 1) * chain;
        return candidates.below(next);
    }

    /** How many of some candidates have to be taken so that they are at least {@code count} and no chain is cut. */
    public long uncut(IndexRanges positions, long count) {
        return chain == 1 || count == 0 || count >= positions.count()
                ? count
                : positions.rank(uncut(positions.at(count - 1) + 1));
    }

    /** The {@code k}-th candidate, if it is kept. */
    public Optional<Point> point(long k) {
        Point point = new Point(candidates.space(), candidates.idAt(k));
        return filter.accepts(point) ? Optional.of(point) : Optional.empty();
    }

    /** Whether the {@code k}-th candidate is kept. */
    public boolean keeps(long k) {
        return !isFiltered() || point(k).isPresent();
    }

    /** Whether {@code id} is that of one of these rows. */
    public boolean contains(long id) {
        return candidates.contains(id) && filter.accepts(new Point(candidates.space(), id));
    }

    /** How many rows there are: exact up to a million candidates or without a filter, otherwise estimated from a sample. */
    public RowCount count() {
        long size = candidates.size();
        if (!isFiltered()) {
            return new RowCount(size, true);
        }
        if (size <= MOST_COUNTED) {
            long kept = 0;
            for (long k = 0; k < size; k++) {
                kept += point(k).isPresent() ? 1 : 0;
            }
            return new RowCount(kept, true);
        }
        long kept = 0;
        for (int i = 0; i < ASKED; i++) {
            kept += keeps(spread(i, ASKED, size)) ? 1 : 0;
        }
        return new RowCount(Math.round((double) kept / ASKED * size), false);
    }

    /** About which part of some candidates is kept: exact if they are few, otherwise from a sample; more than 0. */
    public double density(IndexRanges positions) {
        long count = positions.count();
        if (!isFiltered() || count == 0) {
            return 1;
        }
        int asked = (int) Math.min(ASKED_OF_SOME, count);
        long kept = IntStream.range(0, asked)
                .filter(i -> keeps(positions.at(count == asked ? i : spread(i, asked, count))))
                .count();
        return Math.max(1, kept) / (double) asked;
    }

    /** Whether there are certainly no rows, as far as this can be found out quickly. */
    public boolean isSurelyEmpty() {
        long size = candidates.size();
        for (long k = 0; k < Math.min(size, MOST_COUNTED); k++) {
            if (point(k).isPresent()) {
                return false;
            }
        }
        return size <= MOST_COUNTED;
    }

    /** A random candidate in the {@code i}-th of so many equal parts. */
    private static long spread(int i, int parts, long size) {
        double within = (NoiseKey.bits(size, i) >>> 11) * 0x1p-53;
        return Math.min(size - 1, (long) ((i + within) / parts * size));
    }
}
