package io.github.spikesweep.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every number has the text that Java gives it. */
class CsvNumberTest {
    private static final int TIMES = 300_000;

    private final SplittableRandom random = new SplittableRandom(20_261_129);
    private final char[] text = new char[CsvNumber.LONGEST + 2];

    private void check(double value) {
        for (double signed : new double[] {value, -value}) {
            text[0] = ' ';
            int end = CsvNumber.put(signed, text, 1);
            assertEquals(" " + signed, new String(text, 0, end));
        }
    }

    private void checkMany(DoubleSupplier values) {
        for (int time = 0; time < TIMES; time++) {
            check(values.getAsDouble());
        }
    }

    /** A number and those next to it. */
    private void checkAround(double value) {
        double below = value;
        double above = value;
        for (int step = 0; step < 100; step++) {
            check(below);
            check(above);
            below = Math.nextDown(below);
            above = Math.nextUp(above);
        }
    }

    @Test
    void specialNumbers() {
        check(0);
        check(1);
        check(Double.NaN);
        check(Double.POSITIVE_INFINITY);
        check(Double.MIN_VALUE);
        check(Double.MAX_VALUE);
        checkAround(Double.MIN_NORMAL);
    }

    @Tag("thorough")
    @Test
    void anyBits() {
        checkMany(() -> Double.longBitsToDouble(random.nextLong()));
    }

    @Tag("thorough")
    @Test
    void subnormals() {
        checkMany(() -> Double.longBitsToDouble(random.nextLong(1L << 52)));
    }

    @Tag("thorough")
    @Test
    void anySize() {
        for (int exponent = -30; exponent < 30; exponent++) {
            double size = StrictMath.pow(2, exponent);
            for (int time = 0; time < TIMES / 10; time++) {
                check(size * (1 + random.nextDouble()));
            }
        }
    }

    @Test
    void valuesOfVariables() {
        checkMany(() -> random.nextDouble(-90, 60));
        checkMany(random::nextDouble);
    }

    @Test
    void wholeNumbers() {
        checkMany(() -> random.nextInt(20_000_000));
        checkMany(() -> random.nextLong());
    }

    @Test
    void decimalsOfAnyLength() {
        checkMany(() -> random.nextLong(StrictMath.round(StrictMath.pow(10, random.nextInt(1, 19))))
                / StrictMath.pow(10, random.nextInt(20)));
    }

    /** Half-way between two decimals, or exactly a decimal of many digits. */
    @Test
    void fractionsOfPowersOfTwo() {
        checkMany(() -> random.nextInt(1 << 24) / StrictMath.pow(2, random.nextInt(40)));
    }

    @Tag("thorough")
    @Test
    void neighboursOfPowers() {
        for (int exponent = -330; exponent < 310; exponent++) {
            checkAround(Double.parseDouble("1e" + exponent));
        }
        for (int exponent = -1080; exponent < 1024; exponent++) {
            checkAround(Math.scalb(1.0, exponent));
        }
    }

    @Test
    void timesOfSteps() {
        for (int step = 0; step < TIMES; step++) {
            check(step / 1000.0);
            check(step * 0.01);
        }
    }
}
