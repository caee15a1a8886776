package io.github.spikesweep.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "100, 100",
        "-65.5, -65.5",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e-6, 0.000001",
        "1e-11, 1e-11",
        "-1.5e-7, -1.5e-7",
        "1e14, 100000000000000",
        "1e15, 1e15",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 5e-324", // two digits in Java's own text
        "2e-3, 0.002", // 0.0020 before Java 19
        "2e23, 2e23", // 1.9999999999999998E23 before Java 19
        "9007199254740993, 9007199254740992",
        "5.684341886080802e-14, 5.684341886080802e-14", // 2^-44, whose nearest 16 digits are another number
    })
    void fewestDigitsAreWritten(double value, String text) {
        assertEquals(text, DecimalText.of(value));
    }

    @Test
    void whatIsNoNumberHasNoDigits() {
        for (double value : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertThrows(IllegalArgumentException.class, () -> DecimalText.of(value));
        }
    }

    @Property
    void textIsReadBackAsTheSameBits(@ForAll("numbers") double value) {
        assertEquals(
                Double.doubleToRawLongBits(value),
                Double.doubleToRawLongBits(Double.parseDouble(DecimalText.of(value))));
    }

    @Property
    void noFewerDigitsAreReadBack(@ForAll("numbers") double value) {
        BigDecimal text = new BigDecimal(DecimalText.of(value)).stripTrailingZeros();
        if (text.precision() > 1) {
            for (RoundingMode mode : List.of(RoundingMode.UP, RoundingMode.DOWN)) {
                BigDecimal shorter = new BigDecimal(value).round(new MathContext(text.precision() - 1, mode));
                assertEquals(false, shorter.doubleValue() == value, () -> text + " and " + shorter);
            }
        }
    }

    /** Random bits, decimals of few digits, powers of two and their neighbours. */
    @Provide
    Arbitrary<Double> numbers() {
        Arbitrary<Double> bits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> decimals =
                Arbitraries.integers().between(-100_000, 100_000).map(whole -> whole / 1e4);
        Arbitrary<Double> powers = Arbitraries.integers().between(-1074, 1023).map(power -> Math.scalb(1.0, power));
        return Arbitraries.oneOf(bits, decimals, powers, powers.map(Math::nextDown), powers.map(Math::nextUp));
    }
}
