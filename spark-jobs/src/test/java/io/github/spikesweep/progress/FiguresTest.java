package io.github.spikesweep.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, under 0.1 s",
        "0.4, 0.4 s",
        "12.3, 12 s",
        "150, 3 min",
        "10000, 2.8 h",
        "864000, 10 days",
        "1e11, '3,169 years'"
    })
    void writesDurationsInTheUnitThatSuitsThem(double seconds, String text) {
        assertEquals(text, Figures.duration(seconds));
    }

    @Test
    void saysThatADurationIsEstimated() {
        assertEquals("about 12 s", Figures.about(12.3));
        assertEquals("under 0.1 s", Figures.about(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-65, -65",
        "0.001, 0.001",
        "200, 200",
        "1e9, 1000000000",
        "1e-9, 1e-9",
        "-1.5e-6, -1.5e-6",
        "1e300, 1e+300"
    })
    void writesNumbersBriefly(double value, String text) {
        assertEquals(text, Figures.number(value));
    }

    @Test
    void leavesOutTheTailOfABinaryFraction() {
        assertEquals("0.0023562", Figures.number(0.3 * 7.854e-3));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3.211e-7, 3.22e-7", "7e-6, 7e-6", "0.25, 0.25", "12.01, 12.1"})
    void boundsAreRoundedUp(double value, String text) {
        assertEquals(text, Figures.bound(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "2, 2 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "1949, 1.9 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "35000000, 35 MB",
        "999500000, 1.0 GB",
        "1500000000000, 1.5 TB",
        "2000000000000000, 2.0 PB",
        "9223372036854775807, 9.2 EB"
    })
    void writesSizesInTheUnitThatSuitsThem(long bytes, String text) {
        assertEquals(text, Figures.bytes(bytes));
    }

    @Test
    void writesCountsReadably() {
        assertEquals("2,000,000", Figures.count(2e6));
        assertEquals("1.00 × 10^17", Figures.count(1e17));
        assertEquals("50.2 million neuron-steps/s", Figures.rate(50.23e6));
        assertEquals("1.0 million neuron-steps/s", Figures.rate(1e6));
        assertEquals("20,400 neuron-steps/s", Figures.rate(20_400));
        assertEquals("50.2M neuron-steps/s", Figures.shortRate(50.23e6));
    }
}
