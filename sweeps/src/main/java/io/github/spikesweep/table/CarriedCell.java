package io.github.spikesweep.table;

import java.util.regex.Pattern;

/** What the cells of a carried column are: numbers, if each of them is one that a double holds as it is written. */
public final class CarriedCell {
    /** Zeros in front belong to a name, such as 007. */
    private static final Pattern NAME = Pattern.compile("\\+.*|-?0[0-9].*");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    /** Whole numbers of up to this many digits are doubles. */
    private static final int MOST_DIGITS = 15;

    private CarriedCell() {}

    /** Whether a cell, which is not missing, is a number. */
    public static boolean isNumber(String cell) {
        return PlainNumber.isFinite(cell)
                && !NAME.matcher(cell).matches()
                && !(WHOLE.matcher(cell).matches() && cell.length() > MOST_DIGITS);
    }
}
