package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.sweep.FeatureCondition;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on rows of results: an expression in the language of sweep files over their columns. Texts are compared by
 * {@code ==}, {@code !=} and {@code in} with names. What a row does not have is unknown: {@code x > 1} and {@code x <= 1} both do
 * not hold, {@code x > 1 or y > 1} does where y is larger.
 */
public final class ResultCondition {
    private static final String OPTION = "--where";
    /** A name in two or three parts. */
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){1,2}");

    private final List<Column> columns;
    private final Expression expression;

    private ResultCondition(List<Column> columns, Expression expression) {
        this.columns = columns;
        this.expression = expression;
    }

    /**
     * Reads a condition.
     *
     * @param columns of the results
     * @param texts the different texts in each column of texts
     * @throws InputException if it is not an expression, or uses what is not a column
     */
    public static ResultCondition read(String text, List<Column> columns, Map<String, List<String>> texts) {
        Position start = Position.startOf(OPTION);
        if (text.isBlank()) {
            throw new InputException(start, OPTION + " is empty; leave it out to choose every row");
        }
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        texts.values().forEach(names::addAll);
        TextComparisons comparisons = new TextComparisons(
                OPTION,
                start,
                name -> Optional.ofNullable(texts.get(name)),
                name -> checkNumber(name, columns, texts, start));
        // Of a circuit, also as the sweep file calls it: a.gna, which is in the column a_gna.
        Map<String, String> called = DOTTED.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> names.contains(Column.nameOf(name)) && !names.contains(name))
                .collect(Collectors.toMap(name -> name, Column::nameOf, (a, b) -> a));
        List<String> known = new ArrayList<>(names);
        known.addAll(called.keySet());
        Expression parsed = Substitution.apply(
                ExpressionParser.parse(text, start, known),
                name -> new Expression.Name(called.getOrDefault(name, name)));
        ResultCondition condition = new ResultCondition(columns, comparisons.places(parsed));
        if (condition.columns().isEmpty()) {
            throw new InputException(start, OPTION + " uses no column");
        }
        return condition;
    }

    /** The columns that it uses. */
    public List<Column> columns() {
        return columns.stream()
                .filter(column -> expression.names().contains(column.name()))
                .toList();
    }

    /**
     * Whether a row satisfies it.
     *
     * @param values of the columns by name: NaN if there is none; of a text, its place among the different ones
     */
    public boolean holds(ToDoubleFunction<String> values) {
        return FeatureCondition.holds(expression, values);
    }

    private static void checkNumber(
            String name, List<Column> columns, Map<String, List<String>> texts, Position start) {
        Column column = columns.stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(start, OPTION + " uses '" + name + "' as a column; it is a value of one"));
        switch (column.type()) {
            case LONG, INT, DOUBLE -> {}
            case STRING ->
                throw new InputException(
                        start,
                        OPTION + " uses '" + name + "' as a number; compare it with one of its values"
                                + new KnownNames(texts.get(name)).hint(""));
            case DOUBLE_ARRAY ->
                throw new InputException(start, OPTION + ": '" + name + "' does not have one number per row");
        }
    }
}
