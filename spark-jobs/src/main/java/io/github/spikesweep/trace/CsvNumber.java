package io.github.spikesweep.trace;

/**
 * Writes numbers as {@link Double#toString} does, with the same text, several times faster where most values of a trace are: from a
 * thousandth to ten million. There every version of Java gives the shortest decimal that is read as the number, and of these the nearest.
 */
final class CsvNumber {
    /** The most characters of a number: -2.2250738585072014E-308. */
    static final int LONGEST = 24;

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e7;
    /** As many digits tell any two numbers apart. */
    private static final int DIGITS = 17;

    private static final int FRACTION_BITS = 52;

    private static final long[] POWERS_OF_FIVE = powers(5, 19);
    private static final long[] POWERS_OF_TEN = powers(10, 18);

    private CsvNumber() {}

    private static long[] powers(long base, int most) {
        long[] powers = new long[most + 1];
        powers[0] = 1;
        for (int power = 1; power <= most; power++) {
            powers[power] = base * powers[power - 1];
        }
        return powers;
    }

    /**
     * Writes a number.
     *
     * @param text has {@link #LONGEST} free elements from {@code start} on
     * @return the end of the number in {@code text}
     */
    static int put(double value, char[] text, int start) {
        double size = Math.abs(value);
        long fraction = Double.doubleToRawLongBits(value) & ((1L << FRACTION_BITS) - 1);
        // The neighbours of a power of two are not equally far.
        if (size >= LEAST && size < MOST && fraction != 0) {
            int places = places(size);
            long digits = digits(fraction | 1L << FRACTION_BITS, FRACTION_BITS - Math.getExponent(size), places);
            if (digits > 0) {
                int end = start;
                if (value < 0) {
                    text[end++] = '-';
                }
                return plain(digits, places, text, end);
            }
        }
        String other = Double.toString(value);
        other.getChars(0, other.length(), text, start);
        return start + other.length();
    }

    /** How many of 17 digits come after the point. */
    private static int places(double size) {
        if (size < 1) {
            return size >= 0.1 ? DIGITS : size >= 0.01 ? DIGITS + 1 : DIGITS + 2;
        }
        int before = 1;
        while (size >= POWERS_OF_TEN[before]) {
            before++;
        }
        return DIGITS - before;
    }

    /**
     * The digits of {@code mantissa} / 2^{@code bits} with so many places. Ends in zeros if fewer digits are enough; -1 if it takes
     * more to tell which are right, as for a number half-way between two decimals.
     */
    private static long digits(long mantissa, int bits, int places) {
        // A number m / 2^b is m 5^p / 2^(b-p) units of its last place, and reaches half of 5^p / 2^(b-p) of them to
        // either side.
        long reach = POWERS_OF_FIVE[places];
        int shift = bits - places + 1;
        long high = Math.multiplyHigh(2 * mantissa, reach);
        long low = 2 * mantissa * reach;
        long digits = high << (Long.SIZE - shift) | low >>> shift;
        long rest = low & ((1L << shift) - 1);
        // It reaches less than 12 units, so not to two multiples of 100, but always to one of 1.
        for (long grain = 100; ; grain /= 10) {
            long below = (digits % grain << shift) + rest;
            long above = (grain << shift) - below;
            long nearest = Math.min(below, above);
            if (nearest == reach || below == above) {
                return -1;
            }
            if (nearest < reach) {
                return digits - digits % grain + (below < above ? 0 : grain);
            }
        }
    }

    private static int plain(long digits, int places, char[] text, int start) {
        long whole = places < POWERS_OF_TEN.length ? digits / POWERS_OF_TEN[places] : 0;
        long fraction = places < POWERS_OF_TEN.length ? digits % POWERS_OF_TEN[places] : digits;
        int after = places;
        while (after > 1 && fraction % 10 == 0) {
            fraction /= 10;
            after--;
        }
        int before = 1;
        while (whole >= POWERS_OF_TEN[before]) {
            before++;
        }
        int point = start + before;
        number(whole, text, start, point);
        text[point] = '.';
        number(fraction, text, point + 1, point + 1 + after);
        return point + 1 + after;
    }

    private static void number(long value, char[] text, int start, int end) {
        long rest = value;
        for (int at = end - 1; at >= start; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
