package io.github.spikesweep.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
    @Property
    void everyFiniteNumberIsReadAsWritten(@ForAll double number) {
        Assume.that(Double.isFinite(number));
        assertEquals(number, read(Double.toString(number)));
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-3e-4,-3e-4", ".5,0.5", "+2,2", "1.,1", "007,7", "1E+05,100000", "-0,-0.0", "1e-999,0"})
    void readsDecimalNumbers(String text, double number) {
        assertEquals(number, read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "e5",
                "1e",
                "1e+",
                "1.5.2",
                "1 5",
                " 1",
                "1_000",
                "1d",
                "1f",
                "0x1",
                "0x1p3",
                "1,5",
                "١",
                "１",
                "--1",
                "+-1",
                "1e5.5",
                "½",
                "∞",
                "nul",
                "Na N",
                "Infinityy"
            })
    void refusesAllElse(String text) {
        assertEquals("must be a number, such as 1.5 or -3e-4; found '" + text + "'", fault(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "-nan", "inf", "+Inf", "-Infinity", "INFINITY"})
    void refusesNumbersThatAreNotFinite(String text) {
        assertEquals("must be finite, found '" + text + "'", fault(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e999", "1e99999999999999999999"})
    void refusesNumbersThatAreTooLarge(String text) {
        assertEquals("must be finite, found '" + text + "', which is too large", fault(text));
    }

    private static double read(String text) {
        return PlainNumber.read(text, InputException::new);
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }
}
