package io.github.spikesweep.equation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A checked expression: the only form in which a user's formula reaches the compiler. Immutable plain data. */
public sealed interface Expression extends Serializable {

    /** A number. */
    record Literal(double value) implements Expression {}

    /** A variable, parameter, constant, axis, the input or the time; the owner of the expression knows which. */
    record Name(String name) implements Expression {}

    /** {@code -operand}. */
    record Negation(Expression operand) implements Expression {}

    /** {@code left operator right}. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {
        /** A sum of many terms is as deep as it is long, and the record's generated method would use more stack. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Operation operation
                    && operator == operation.operator
                    && left.equals(operation.left)
                    && right.equals(operation.right);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * operator.hashCode() + left.hashCode()) + right.hashCode();
        }
    }

    /** {@code function(arguments…)}; as many arguments as the function takes. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            Signature signature = function.signature();
            if (arguments.size() != signature.arity()) {
                throw new IllegalArgumentException(signature.label() + " takes " + signature.arity() + " arguments");
            }
        }
    }

    static Expression number(double value) {
        return new Literal(value);
    }

    static Expression call(Function function, Expression... arguments) {
        return new Call(function, List.of(arguments));
    }

    default Expression plus(Expression other) {
        return new Operation(Operator.ADD, this, other);
    }

    default Expression minus(Expression other) {
        return new Operation(Operator.SUBTRACT, this, other);
    }

    default Expression times(Expression other) {
        return new Operation(Operator.MULTIPLY, this, other);
    }

    default Expression over(Expression other) {
        return new Operation(Operator.DIVIDE, this, other);
    }

    /** 1 if this is less than {@code other}, otherwise 0. */
    default Expression lessThan(Expression other) {
        return new Operation(Operator.LESS, this, other);
    }

    /** The names that occur in this expression, in the order of their first occurrence. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collectNames(this, names);
        return names;
    }

    private static void collectNames(Expression expression, Set<String> names) {
        if (expression instanceof Name name) {
            names.add(name.name());
        }
        expression.parts().forEach(part -> collectNames(part, names));
    }

    /** This expression with other operands or arguments; itself if all stay the same. */
    default Expression withParts(UnaryOperator<Expression> replacement) {
        List<Expression> old = parts();
        List<Expression> parts = new ArrayList<>(old.size());
        boolean same = true;
        // No stream: a sum of many terms is as deep as it is long, and streams would take most of the stack.
        for (Expression part : old) {
            Expression other = replacement.apply(part);
            parts.add(other);
            same &= other == part;
        }
        if (same) {
            return this;
        }
        if (this instanceof Operation operation) {
            return new Operation(operation.operator(), parts.get(0), parts.get(1));
        }
        return this instanceof Call call ? new Call(call.function(), parts) : new Negation(parts.get(0));
    }

    /** The operands or arguments of this expression, in their order. */
    default List<Expression> parts() {
        if (this instanceof Negation negation) {
            return List.of(negation.operand());
        }
        if (this instanceof Operation operation) {
            return List.of(operation.left(), operation.right());
        }
        return this instanceof Call call ? call.arguments() : List.of();
    }

    /**
     * How many parts it has, including itself, counted up to {@code most}, since with shared parts it may be larger than any
     * memory.
     */
    default int size(int most) {
        int size = 1;
        for (Expression part : parts()) {
            size += size < most ? part.size(most - size) : 0;
        }
        return size;
    }
}
