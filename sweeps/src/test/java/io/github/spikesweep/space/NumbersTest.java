package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
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
