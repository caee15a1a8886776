package io.github.spikesweep.columnar;

import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.sweep.output.Column;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of columns beside their values: label, unit, description, comment, and the times of a trace. */
public final class ColumnFacts {
    private static final String COMMENT = "comment";

    private ColumnFacts() {}

    /** The facts about a column, by name: texts and numbers. */
    public static Map<String, Object> of(Column column) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "label", column.label());
        put(facts, "unit", column.unit());
        put(facts, "description", column.description());
        if (column.sampling().isPresent()) {
            facts.put("start", column.sampling().start());
            facts.put("every", column.sampling().every());
            facts.put("time_unit", column.sampling().unit());
        }
        put(facts, COMMENT, comment(column));
        return facts;
    }

    /** The same as texts, without the comment, which only repeats the others. */
    static Map<String, String> texts(Column column) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(column)
                .forEach((name, fact) ->
                        texts.put(name, fact instanceof Double number ? DecimalText.of(number) : (String) fact));
        texts.remove(COMMENT);
        return texts;
    }

    private static void put(Map<String, Object> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    /** What the column is, with its unit in parentheses: {@code maximum sodium conductance (mS)}. */
    public static String comment(Column column) {
        String unit = column.unit().isEmpty() ? "" : "(" + column.unit() + ")";
        return (column.description() + " " + unit).strip();
    }
}
