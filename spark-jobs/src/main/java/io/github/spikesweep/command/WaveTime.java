package io.github.spikesweep.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the wanted duration of a wave: a number and {@code s}, {@code m} or {@code h}. */
final class WaveTime implements ITypeConverter<Duration> {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(s|m|h)");
    private static final Map<String, Integer> MILLISECONDS = Map.of("s", 1000, "m", 60_000, "h", 3_600_000);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw fault(text);
        }
        BigDecimal millis = new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(MILLISECONDS.get(time.group(2))));
        Duration wave = Duration.ofMillis(millis.longValue());
        if (wave.compareTo(SHORTEST) < 0 || wave.compareTo(LONGEST) > 0) {
            throw fault(text);
        }
        return wave;
    }

    private static TypeConversionException fault(String text) {
        return new TypeConversionException("'" + text + "' is not a time from 0.1s to 24h, such as 5m, 30s or 1h");
    }
}
