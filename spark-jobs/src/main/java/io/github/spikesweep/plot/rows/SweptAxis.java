package io.github.spikesweep.plot.rows;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An axis along which results vary, of numbers or of texts such as models and integrators. */
public final class SweptAxis {
    private static final int FEWEST_LOGARITHMIC = 3;
    private static final double ROUNDING = 1e-6;
    private static final String REPLICATE = "replicate";
    /** Digits of a number, unless it needs more to differ from another. */
    private static final int FEWEST_DIGITS = 4;

    private static final int MOST_DIGITS = 17;
    /** With more numbers than this, labels are not made distinct. */
    private static final int MOST_SHOWN = 1000;

    private final Column column;
    private final double[] values;
    private final List<String> texts;
    private final int digits;

    private SweptAxis(Column column, double[] values, List<String> texts) {
        this.column = column;
        this.values = values;
        this.texts = texts;
        this.digits = digits(values);
    }

    public static SweptAxis of(Column column, ResultColumns rows) {
        return column.type() == Column.Type.STRING
                ? new SweptAxis(
                        column,
                        new double[0],
                        Arrays.stream(rows.texts(column)).distinct().toList())
                : new SweptAxis(column, distinct(rows.numbers(column)), List.of());
    }

    /** The distinct numbers, increasing, without NaN. */
    public static double[] distinct(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
    }

    public Column column() {
        return column;
    }

    public boolean isNumeric() {
        return texts.isEmpty();
    }

    /** Whether it is the axis that numbers replicates. */
    public boolean isReplicate() {
        return column.name().equals(REPLICATE);
    }

    /** Its distinct numbers, increasing; none for an axis of texts. */
    public double[] values() {
        return values;
    }

    /** Its distinct texts in the order of the rows; none for an axis of numbers. */
    public List<String> texts() {
        return texts;
    }

    /** How many distinct values it has. */
    public int size() {
        return isNumeric() ? values.length : texts.size();
    }

    /** The value of a row, with as few digits as distinguish it from the others. */
    public String shown(ResultColumns rows, int row) {
        return isNumeric() ? Figures.number(rounded(rows.numbers(column)[row], digits)) : rows.texts(column)[row];
    }

    /** How many significant digits distinguish all of some distinct numbers. */
    private static int digits(double[] values) {
        int digits = values.length <= MOST_SHOWN ? FEWEST_DIGITS : MOST_DIGITS;
        while (digits < MOST_DIGITS && !areDistinct(values, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean areDistinct(double[] values, int digits) {
        double[] rounded =
                Arrays.stream(values).map(value -> rounded(value, digits)).toArray();
        return distinct(rounded).length == values.length;
    }

    private static double rounded(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
                : value;
    }

    public boolean isLogarithmic() {
        return isLogarithmic(values);
    }

    /** Whether increasing numbers are evenly spaced in their logarithms, and noticeably not evenly spaced themselves. */
    public static boolean isLogarithmic(double[] values) {
        return values.length >= FEWEST_LOGARITHMIC && values[0] > 0 && isEvenInLogarithm(values) && !isEven(values);
    }

    private static boolean isEvenInLogarithm(double[] values) {
        return isEven(Arrays.stream(values).map(Math::log10).toArray());
    }

    private static boolean isEven(double[] values) {
        double step = (values[values.length - 1] - values[0]) / (values.length - 1);
        return IntStream.range(1, values.length)
                .allMatch(i -> Math.abs(values[i] - values[i - 1] - step) <= ROUNDING * step);
    }
}
