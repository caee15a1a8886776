package io.github.spikesweep.equation;

/** The binary operators, by increasing precedence. Comparisons, {@code and} and {@code or} give 1 if they hold and 0 if they do not. */
public enum Operator {
    OR("or", 0),
    AND("and", 1),
    LESS("<", 2),
    LESS_OR_EQUAL("<=", 2),
    GREATER(">", 2),
    GREATER_OR_EQUAL(">=", 2),
    EQUAL("==", 2),
    NOT_EQUAL("!=", 2),
    ADD("+", 3),
    SUBTRACT("-", 3),
    MULTIPLY("*", 4),
    DIVIDE("/", 4),
    POWER("^", 6);

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    /** Its precedence; a larger one binds more tightly. */
    public int precedence() {
        return precedence;
    }

    /** Whether it compares its operands. */
    public boolean isComparison() {
        return precedence == LESS.precedence;
    }

    /** Whether it adds or subtracts. */
    public boolean isSum() {
        return this == ADD || this == SUBTRACT;
    }

    /** Whether it is written as a word. */
    public boolean isWord() {
        return Character.isLetter(symbol.charAt(0));
    }

    /**
     * The value of {@code left operator right}, the same on every machine by specification; NaN if an operand of a comparison, of
     * {@code and} or of {@code or} is NaN.
     */
    public double apply(double left, double right) {
        return switch (this) {
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
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
            case OR -> left != 0 || right != 0;
            case AND -> left != 0 && right != 0;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
                throw new IllegalStateException(this + " is not a comparison");
        };
    }
}
