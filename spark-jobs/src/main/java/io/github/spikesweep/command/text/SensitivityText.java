package io.github.spikesweep.command.text;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sensitivity.FeatureSensitivity;
import io.github.spikesweep.sensitivity.Method;
import io.github.spikesweep.sensitivity.Sensitivity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sensitivities as tables.
 *
 * @param axes the names of the axes
 * @param blocks how many blocks the sample has
 */
public record SensitivityText(Method method, List<String> axes, int blocks) {
    private static final MathContext DIGITS_OF_MARGINS = new MathContext(2);
    private static final MathContext DIGITS = new MathContext(4);
    /** More ids than this are counted, not listed. */
    private static final int LISTED = 8;

    /** The lines about a feature. */
    public List<String> of(FeatureSensitivity feature) {
        String unit = method.isInUnits() && !feature.feature().unit().isEmpty()
                ? " (" + feature.feature().unit() + ")"
                : "";
        List<String> lines = new ArrayList<>(List.of(feature.feature().name() + unit));
        if (feature.found().isEmpty()) {
            lines.add("  too few: %s complete, at least %d are needed"
                    .formatted(counted(feature.blocks()), method.fewestBlocks()));
        } else if (!feature.tells()) {
            lines.add("  does not vary");
        } else {
            lines.addAll(table(feature).lines("  "));
            List<Sensitivity> pairs = feature.found().stream()
                    .filter(one -> one.subject().isPair())
                    .toList();
            if (!pairs.isEmpty()) {
                lines.add("");
                lines.addAll(pairs(pairs).lines("  "));
            }
        }
        leftOut(feature).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private TextTable table(FeatureSensitivity feature) {
        List<String> heading = new ArrayList<>(List.of("axis"));
        method.measures().forEach(measure -> heading.add(method.heading(measure)));
        TextTable table = new TextTable(heading.toArray(String[]::new));
        for (int axis = 0; axis < axes.size(); axis++) {
            List<String> row = new ArrayList<>(List.of(axes.get(axis)));
            for (String measure : method.measures()) {
                row.add(text(feature.of(measure, axis)));
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private TextTable pairs(List<Sensitivity> pairs) {
        TextTable table = new TextTable(
                "axis", "and", method.heading(pairs.get(0).subject().measure()));
        pairs.forEach(one ->
                table.row(axes.get(one.subject().axis()), axes.get(one.subject().other()), text(one)));
        return table;
    }

    /** Which blocks are left out, and the rows that are the reason. */
    public List<String> leftOut(FeatureSensitivity feature) {
        List<String> lines = new ArrayList<>();
        int lost = blocks - feature.blocks();
        if (lost > 0) {
            lines.add("left out: %s of %s".formatted(Figures.count(lost), counted(blocks)));
            rows("rows that diverged", feature.diverged(), lines);
            rows("rows without " + feature.feature().name(), feature.without(), lines);
            if (feature.absent() > 0) {
                lines.add("points without a row: " + Figures.count(feature.absent()));
            }
        }
        return lines;
    }

    private static void rows(String what, List<Long> ids, List<String> lines) {
        if (!ids.isEmpty()) {
            String listed =
                    ids.stream().limit(LISTED).map(id -> Long.toString(id)).collect(Collectors.joining(", "));
            lines.add(
                    what + ": " + Figures.count(ids.size()) + " (id " + listed + (ids.size() > LISTED ? ", …)" : ")"));
        }
    }

    /** {@code 1,024 base points}. */
    public String counted(int count) {
        String block = method.block();
        String several = block.endsWith("y") ? block.substring(0, block.length() - 1) + "ies" : block + "s";
        return Figures.count(count) + " " + (count == 1 ? block : several);
    }

    /** {@code 0.512 ± 0.041}: the interval in two digits, the value in as many decimals. */
    private static String text(Sensitivity one) {
        if (Double.isNaN(one.value())) {
            return "";
        }
        BigDecimal value = new BigDecimal(one.value());
        if (!(one.margin() > 0)) {
            return Figures.number(value.round(DIGITS).doubleValue());
        }
        BigDecimal margin = new BigDecimal(one.margin()).round(DIGITS_OF_MARGINS);
        BigDecimal rounded = value.setScale(Math.max(0, margin.scale()), RoundingMode.HALF_EVEN);
        return rounded.toPlainString() + " ± " + margin.toPlainString();
    }
}
