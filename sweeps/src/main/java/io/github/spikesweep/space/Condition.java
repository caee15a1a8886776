package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A predicate on the value of one column: {@code id}, or an axis. These columns are never null. */
public sealed interface Condition extends Serializable {
    /** The column. */
    String column();

    /** Whether {@code value}, of the kind of the literals, satisfies the condition. */
    boolean accepts(Literal value);

    /** Whether every literal is of the given kind, that of the column: only then can the condition be answered. */
    boolean comparesWith(Class<? extends Literal> kind);

    /** The literals that it asks the column to equal, or not to equal. */
    Stream<Literal> equalities();

    /**
     * The indices of the values that satisfy the condition.
     *
     * @param size how many values the column has
     * @param split which values are below, at and above a literal
     */
    IndexRanges matching(long size, Function<Literal, Split> split);

    /** Compares a column with a number (an integer type, float or double) or a text; it must not be null. */
    static Condition compare(String column, Relation relation, Object value) {
        return new Comparison(column, relation, Literal.of(column, value));
    }

    /** The column equals one of {@code values}, of the same types as in {@link #compare}. */
    static Condition in(String column, List<?> values) {
        return new In(
                column, values.stream().map(value -> Literal.of(column, value)).collect(Collectors.toSet()));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /** Both conditions, on the same column. */
    static Condition and(Condition left, Condition right) {
        return new And(left, right);
    }

    /** Either condition, on the same column. */
    static Condition or(Condition left, Condition right) {
        return not(and(not(left), not(right)));
    }

    /** {@code column relation literal}. */
    record Comparison(String column, Relation relation, Literal literal) implements Condition {
        @Override
        public boolean accepts(Literal value) {
            return relation.accepts(Literal.compare(value, literal));
        }

        @Override
        public boolean comparesWith(Class<? extends Literal> kind) {
            return kind.isInstance(literal);
        }

        @Override
        public Stream<Literal> equalities() {
            return relation == Relation.EQUAL || relation == Relation.NOT_EQUAL ? Stream.of(literal) : Stream.empty();
        }

        @Override
        public IndexRanges matching(long size, Function<Literal, Split> split) {
            return split.apply(literal).matching(relation);
        }
    }

    /** {@code column IN (literals)}. */
    record In(String column, Set<Literal> literals) implements Condition {
        public In {
            literals = Set.copyOf(literals);
        }

        @Override
        public boolean accepts(Literal value) {
            return literals.contains(value);
        }

        @Override
        public boolean comparesWith(Class<? extends Literal> kind) {
            return literals.stream().allMatch(kind::isInstance);
        }

        @Override
        public Stream<Literal> equalities() {
            return literals.stream();
        }

        @Override
        public IndexRanges matching(long size, Function<Literal, Split> split) {
            return IndexRanges.unionOf(literals.stream()
                    .map(literal -> split.apply(literal).equal())
                    .toList());
        }
    }

    /** {@code NOT condition}. */
    record Not(Condition condition) implements Condition {
        @Override
        public String column() {
            return condition.column();
        }

        @Override
        public boolean accepts(Literal value) {
            return !condition.accepts(value);
        }

        @Override
        public boolean comparesWith(Class<? extends Literal> kind) {
            return condition.comparesWith(kind);
        }

        @Override
        public Stream<Literal> equalities() {
            return condition.equalities();
        }

        @Override
        public IndexRanges matching(long size, Function<Literal, Split> split) {
            return condition.matching(size, split).complement(size);
        }
    }

    /** {@code left AND right}. */
    record And(Condition left, Condition right) implements Condition {
        public And {
            if (!left.column().equals(right.column())) {
                throw new IllegalArgumentException("two columns in one condition: " + left + ", " + right);
            }
        }

        @Override
        public String column() {
            return left.column();
        }

        @Override
        public boolean accepts(Literal value) {
            return left.accepts(value) && right.accepts(value);
        }

        @Override
        public boolean comparesWith(Class<? extends Literal> kind) {
            return left.comparesWith(kind) && right.comparesWith(kind);
        }

        @Override
        public Stream<Literal> equalities() {
            return Stream.concat(left.equalities(), right.equalities());
        }

        @Override
        public IndexRanges matching(long size, Function<Literal, Split> split) {
            return left.matching(size, split).intersect(right.matching(size, split));
        }
    }
}
