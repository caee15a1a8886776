package io.github.spikesweep.equation;

/** The binary operators, by rising precedence. Comparisons give 1 where they hold and 0 where they do not. */
public enum Operator {
    LESS("<", 0),
    LESS_OR_EQUAL("<=", 0),
    GREATER(">", 0),
    GREATER_OR_EQUAL(">=", 0),
    EQUAL("==", 0),
    NOT_EQUAL("!=", 0),
    ADD("+", 1),
    SUBTRACT("-", 1),
    MULTIPLY("*", 2),
    DIVIDE("/", 2),
    POWER("^", 4);

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    /** How tightly it binds: the more, the tighter; 0 of comparisons. */
    public int precedence() {
        return precedence;
    }

    /** Whether it compares its operands. */
    public boolean isComparison() {
        return precedence == 0;
    }

    /** The value of {@code left operator right}, fixed by specification on every machine; NaN where an operand of a comparison is. */
    public double apply(double left, double right) {
        return switch (this) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                Double.isNaN(left) || Double.isNaN(right) ? Double.NaN : holds(left, right) ? 1 : 0;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> StrictMath.pow(left, right);
        };
    }

    private boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> throw new IllegalStateException(this + " compares nothing");
        };
    }
}
