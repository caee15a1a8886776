package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    /** The first and last three of NumPy 2.3: {@code numpy.linspace(50, 200, 20)}. */
    @Test
    void linspaceHasTheValuesOfNumPy() {
        double[] numbers = all(new Linspace(50, 200, 20));
        assertEquals(20, numbers.length);
        assertArrayEquals(
                new double[] {50.0, 57.89473684210526, 65.78947368421052, 184.21052631578948, 192.10526315789474, 200.0
                },
                new double[] {numbers[0], numbers[1], numbers[2], numbers[17], numbers[18], numbers[19]});
    }

    @Test
    void linspaceFallsWhereTheEndIsBelowTheStart() {
        assertArrayEquals(new double[] {1, 0.5, 0, -0.5, -1}, all(new Linspace(1, -1, 5)));
    }

    /** Written as a person writes them; adding the step, or multiplying it in binary, gives 0.30000000000000004. */
    @Test
    void valuesAreTheDecimalsThatTheFileDefines() {
        double[] tenths = {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
        assertArrayEquals(tenths, all(new Stepped(0, 1, 0.1)));
        assertArrayEquals(tenths, all(new Linspace(0, 1, 11)));
        assertArrayEquals(new double[] {0.3, 0.2, 0.1, 0.0, -0.1, -0.2, -0.3}, all(new Stepped(0.3, -0.3, -0.1)));
        assertArrayEquals(new double[] {-70.6, -70.3, -70.0, -69.7}, all(new Linspace(-70.6, -69.7, 4)));
        assertArrayEquals(new double[] {1e-320, 2e-320, 3e-320}, all(new Stepped(1e-320, 3e-320, 1e-320)));
        assertArrayEquals(new double[] {1e300, 1.1e300, 1.2e300}, all(new Stepped(1e300, 1.2e300, 1e299)));
        assertArrayEquals(new double[] {1e20, 1.1e20, 1.2e20}, all(new Stepped(1e20, 1.2e20, 1e19)));
    }

    @Test
    void zeroThatAnAxisCrossesIsZero() {
        assertEquals(0.0, new Stepped(-0.7, 0.7, 0.1).at(7));
        assertEquals(0.0, new Linspace(-1.1, 1.1, 23).at(11));
        assertEquals(0.0, new Linspace(-1.0 / 3, 1.0 / 3, 2_000_001).at(1_000_000));
    }

    @Test
    void fractionHalfwayBetweenTwoDoublesIsRoundedToTheEvenOne() {
        assertEquals(0x1p53, new Linspace(0x1p53, 0x1p53 + 2, 3).at(1));
        assertEquals(0x1p53 + 4, new Linspace(0x1p53 + 2, 0x1p53 + 4, 3).at(1));
    }

    @Property(tries = 3000)
    void rangeIsWhatDecimalArithmeticGives(
            @ForAll @IntRange(min = -100_000, max = 100_000) int first,
            @ForAll @IntRange(min = -5_000, max = 5_000) int step,
            @ForAll @IntRange(min = -20, max = 12) int exponent,
            @ForAll @IntRange(min = 0, max = 1000) int steps) {
        Assume.that(step != 0);
        BigDecimal start = BigDecimal.valueOf(first).scaleByPowerOfTen(exponent);
        BigDecimal distance = BigDecimal.valueOf(step).scaleByPowerOfTen(exponent);
        BigDecimal end = start.add(distance.multiply(BigDecimal.valueOf(steps)));
        Stepped range = new Stepped(start.doubleValue(), end.doubleValue(), distance.doubleValue());
        assertEquals(steps + 1, range.size());
        for (int i = 0; i <= steps; i++) {
            BigDecimal wanted = start.add(distance.multiply(BigDecimal.valueOf(i)));
            assertEquals(wanted.doubleValue(), range.at(i), 0.0);
        }
    }

    @Property(tries = 3000)
    void linspaceIsNearestToTheFraction(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) @Scale(16) double first,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) @Scale(16) double last,
            @ForAll @IntRange(min = -305, max = 300) int exponent,
            @ForAll @LongRange(min = 2, max = Numbers.MOST) long size,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long at) {
        BigDecimal start = new BigDecimal(Double.toString(first)).scaleByPowerOfTen(exponent);
        BigDecimal end = new BigDecimal(Double.toString(last)).scaleByPowerOfTen(exponent);
        Linspace linspace = new Linspace(start.doubleValue(), end.doubleValue(), size);
        assertNearest(linspace, at % size);
        assertNearest(linspace, size / 2);
    }

    /** No double is nearer to the fraction; all in exact arithmetic, multiplied by the divisor. */
    private static void assertNearest(Linspace linspace, long index) {
        BigDecimal first = Spaced.decimal(linspace.first());
        BigDecimal steps = BigDecimal.valueOf(linspace.size() - 1);
        BigDecimal numerator = first.multiply(steps)
                .add(Spaced.decimal(linspace.last()).subtract(first).multiply(BigDecimal.valueOf(index)));
        double found = linspace.at(index);
        BigDecimal distance = distance(found, steps, numerator);
        assertTrue(
                distance.compareTo(distance(Math.nextUp(found), steps, numerator)) <= 0,
                () -> index + " of " + linspace);
        assertTrue(
                distance.compareTo(distance(Math.nextDown(found), steps, numerator)) <= 0,
                () -> index + " of " + linspace);
    }

    private static BigDecimal distance(double value, BigDecimal divisor, BigDecimal numerator) {
        return new BigDecimal(value).multiply(divisor).subtract(numerator).abs();
    }

    /** The formulas of before, whose results may stand in directories: where an axis says that it is not decimal, its bits are those. */
    @Property(tries = 3000)
    void whatIsNoDecimalHasTheBitsOfBinaryArithmetic(
            @ForAll @IntRange(min = -100_000, max = 100_000) int first,
            @ForAll @IntRange(min = -1000, max = 1000) int step,
            @ForAll @IntRange(min = 0, max = 3) int halvings,
            @ForAll @IntRange(min = 1, max = 300) int steps) {
        Assume.that(step != 0);
        double start = Math.scalb((double) first, -halvings);
        double distance = Math.scalb((double) step, -halvings);
        Stepped range = new Stepped(start, start + steps * distance, distance);
        Linspace linspace = new Linspace(start, start + steps * distance, steps + 1);
        assertFalse(range.isDecimal());
        assertFalse(linspace.isDecimal());
        for (int i = 0; i <= steps; i++) {
            assertEquals(start + i * distance, range.at(i));
            assertEquals(start + i * ((steps * distance) / steps), linspace.at(i));
        }
    }

    @Test
    void axisSaysWhetherItIsDecimal() {
        assertTrue(new Stepped(0, 1, 0.1).isDecimal());
        assertTrue(new Linspace(0, 1, 11).isDecimal());
        assertTrue(new Logspace(0.05, 50, 4).isDecimal());
        assertFalse(new Stepped(-70, -50, 5).isDecimal());
        assertFalse(new Linspace(0, 1, 5).isDecimal());
        assertFalse(new Logspace(1, 2, 5).isDecimal());
    }

    @Test
    void logspaceHitsWholeDecadesFromItsStart() {
        assertArrayEquals(new double[] {0.05, 0.5, 5, 50}, all(new Logspace(0.05, 50, 4)));
        assertArrayEquals(new double[] {700, 70, 7, 0.7, 0.07}, all(new Logspace(700, 0.07, 5)));
        Logspace wide = new Logspace(1e-300, 1e300, 1801);
        for (int decade = -300; decade <= 300; decade++) {
            assertEquals(Double.parseDouble("1e" + decade), wide.at(3L * (decade + 300)));
        }
    }

    @Property
    void logspaceOfDecadesNeverTurnsBack(
            @ForAll @IntRange(min = 1, max = 999) int first,
            @ForAll @IntRange(min = -12, max = 12) int decades,
            @ForAll @LongRange(min = 2, max = Numbers.MOST) long size,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long at) {
        Assume.that(decades != 0);
        Logspace logspace = new Logspace(first, Double.parseDouble(first + "e" + decades), size);
        assertNeverTurnsBack(logspace, at);
        assertNeverTurnsBack(logspace, Math.max(0, size / Math.abs(decades) - 25)); // about a decade
    }

    @Test
    void logspaceHitsPowersOfTen() {
        assertArrayEquals(new double[] {0.001, 0.01, 0.1, 1, 10, 100, 1000}, all(new Logspace(0.001, 1000, 7)));
        assertArrayEquals(new double[] {1000, 100, 10, 1}, all(new Logspace(1000, 1, 4)));
    }

    @Test
    void rangeIncludesTheEndThatItHits() {
        double[] numbers = all(new Stepped(0.1, 0.7, 0.1));
        assertEquals(7, numbers.length);
        assertEquals(0.7, numbers[6]); // not 0.7000000000000001
        assertArrayEquals(new double[] {0, 3, 6, 9}, all(new Stepped(0, 11, 3)));
        assertArrayEquals(new double[] {3, 2, 1}, all(new Stepped(3, 1, -1)));
        assertArrayEquals(new double[] {5}, all(new Stepped(5, 6, 10)));
    }

    /** In binary the ends of the second are 0.29999999888 apart, which are no three steps. */
    @Test
    void rangeOfLargeNumbersIncludesItsEnd() {
        assertArrayEquals(
                new double[] {10000000.1, 10000000.2, 10000000.3, 10000000.4},
                all(new Stepped(10000000.1, 10000000.4, 0.1)));
        assertArrayEquals(
                new double[] {10000000.6, 10000000.5, 10000000.4, 10000000.3},
                all(new Stepped(10000000.6, 10000000.3, -0.1)));
        assertEquals(4, new Stepped(100000.0000001, 100000.0000004, 1e-7).size());
    }

    /** How many values there were when steps were counted in binary arithmetic. */
    @Property(tries = 3000)
    void rangesOfOrdinaryNumbersHaveAsManyValuesAsInBinary(
            @ForAll @IntRange(min = -100_000, max = 100_000) int first,
            @ForAll @IntRange(min = 0, max = 100_000) int width,
            @ForAll @IntRange(min = 1, max = 1000) int step,
            @ForAll @IntRange(min = 0, max = 6) int digits) {
        double scale = Math.pow(10, digits);
        double from = first / scale;
        double to = (first + width) / scale;
        double quotient = (to - from) / (step / scale);
        long counted = (long) Math.floor(quotient + 1e-9 + Math.abs(quotient) * 0x1p-51) + 1;
        assertEquals(counted, new Stepped(from, to, step / scale).size());
        assertEquals(counted, new Stepped(to, from, -step / scale).size());
    }

    @Test
    void rangeOfManySmallStepsHitsItsEnd() {
        Stepped range = new Stepped(0, 1, 1e-12);
        assertEquals(1_000_000_000_001L, range.size());
        assertEquals(1.0, range.at(range.size() - 1));
        assertTrue(range.at(range.size() - 2) < 1.0);
    }

    @Test
    void valuesAreComputedNotListed() {
        Linspace linspace = new Linspace(0, 1, Numbers.MOST);
        assertEquals(1.0, linspace.at(Numbers.MOST - 1));
        assertEquals(0.5, linspace.at(Numbers.MOST / 2), 1e-12);
    }

    @Test
    void whatIsNoAxisIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NumberList());
        assertThrows(IllegalArgumentException.class, () -> new NumberList(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Linspace(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Linspace(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Linspace(-1e308, 1e308, 3));
        assertThrows(IllegalArgumentException.class, () -> new Linspace(0, 1, Numbers.MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> new Logspace(0, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new Stepped(0, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Stepped(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Stepped(0, 1, 1e-300));
    }

    @Property
    void linspaceNeverTurnsBack(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) @Scale(12) double first,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) @Scale(12) double last,
            @ForAll @LongRange(min = 2, max = Numbers.MOST) long size,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long at) {
        assertNeverTurnsBack(new Linspace(first, last, size), at);
    }

    @Property
    void logspaceNeverTurnsBack(
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(12) double first,
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(12) double last,
            @ForAll @LongRange(min = 2, max = Numbers.MOST) long size,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long at) {
        assertNeverTurnsBack(new Logspace(first, last, size), at);
    }

    @Property
    void rangeNeverTurnsBackNorPassesItsEnd(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) @Scale(12) double first,
            @ForAll @DoubleRange(min = 0, max = 1e3) @Scale(12) double width,
            @ForAll @DoubleRange(min = 1e-9, max = 10) @Scale(12) double step,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long at) {
        Stepped rising = new Stepped(first, first + width, step);
        assertNeverTurnsBack(rising, at);
        assertTrue(rising.at(rising.size() - 1) <= first + width);
        assertTrue(first + width - rising.at(rising.size() - 1) < step * (1 + 1e-6));
        assertNeverTurnsBack(new Stepped(first + width, first, -step), at);
    }

    @Property
    void rangeEndsAtAnyWholeNumberOfSteps(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) @Scale(12) double first,
            @ForAll @DoubleRange(min = 1e-3, max = 10) @Scale(12) double step,
            @ForAll @IntRange(min = 0, max = 100_000) int steps) {
        Stepped range = new Stepped(first, first + steps * step, step);
        assertEquals(steps + 1, range.size());
        assertEquals(first + steps * step, range.at(steps));
    }

    private static void assertNeverTurnsBack(Numbers numbers, long at) {
        long from = at % numbers.size();
        long to = Math.min(numbers.size() - 1, from + 50);
        double sign = numbers.trend() == Numbers.Trend.RISING ? 1 : -1;
        for (long i = from; i < to; i++) {
            assertTrue(sign * numbers.at(i) <= sign * numbers.at(i + 1), "at " + i + " of " + numbers);
        }
    }

    private static double[] all(Numbers numbers) {
        return LongStream.range(0, numbers.size()).mapToDouble(numbers::at).toArray();
    }
}
