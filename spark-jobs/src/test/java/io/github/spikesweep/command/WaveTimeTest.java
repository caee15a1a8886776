package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WaveTimeTest {
    private final WaveTime times = new WaveTime();

    @ParameterizedTest
    @CsvSource({
        "5m, 300000",
        "30s, 30000",
        "1h, 3600000",
        "0.1s, 100",
        "0.002m, 120",
        "1.5h, 5400000",
        "24h, 86400000",
        "86400s, 86400000",
        "007s, 7000",
        "0.001h, 3600"
    })
    void readsANumberAndAUnit(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), times.convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "m",
                "0s",
                "0.099s",
                "24.001h",
                "86400.001s",
                "999999h",
                "1000000s",
                "-5m",
                "5 m",
                "5M",
                "5min",
                "1e3s",
                "1.s",
                ".5s",
                "1.0001s",
                "1d",
                "5m ",
                "\u0665m",
                "NaN",
                "5m\n"
            })
    void refusesAnythingElse(String text) {
        assertEquals(
                "'" + text + "' is not a time from 0.1s to 24h, such as 5m, 30s or 1h",
                assertThrows(TypeConversionException.class, () -> times.convert(text))
                        .getMessage());
    }
}
