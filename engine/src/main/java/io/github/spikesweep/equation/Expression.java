package io.github.spikesweep.equation;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A checked expression: the only form in which a user's formula reaches the compiler. Immutable plain data. */
public sealed interface Expression extends Serializable {

    /** A number. */
    record Literal(double value) implements Expression {}

    /** A variable, parameter, constant, axis, the input or the time: which, the owner of the expression knows. */
    record Name(String name) implements Expression {}

    /** {@code -operand}. */
    record Negation(Expression operand) implements Expression {}

    /** {@code left operator right}. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {
        /** A sum of many terms is as deep as it is long: what a record has of itself takes more of the stack. */
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
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(function.label() + " takes " + function.arity() + " arguments");
            }
        }
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
        } else if (expression instanceof Negation negation) {
            collectNames(negation.operand(), names);
        } else if (expression instanceof Operation operation) {
            collectNames(operation.left(), names);
            collectNames(operation.right(), names);
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collectNames(argument, names));
        }
    }
}
