package io.github.spikesweep.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Formats numbers for people. */
public final class Figures {
    private static final List<String> UNITS_OF_SIZE = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private static final double SMALLEST_IN_FULL = 1e-5;
    private static final double LARGEST_IN_FULL = 1e15;
    /** Below this rate, millions would show too few digits. */
    private static final double SLOW = 1e6;

    private static final MathContext SHOWN = new MathContext(12);
    /** Digits of a duration. */
    private static final double SHORTEST = 0.05;

    private static final MathContext UPWARDS = new MathContext(3, RoundingMode.UP);

    private Figures() {}

    /** A count with thousands separators: {@code 2,000,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A rounded count with thousands separators: {@code 2,000,000}; beyond 10^15 as a power of ten. */
    public static String count(double count) {
        return count < LARGEST_IN_FULL
                ? String.format(Locale.ROOT, "%,.0f", count)
                : String.format(Locale.ROOT, "%.2e", count).replace("e+", " × 10^");
    }

    /** {@code 1 task}, {@code 2,000 tasks}: with the noun's plural where it is needed. */
    public static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count(count) + " " + noun + "s";
    }

    /** {@code 50.2M neuron-steps/s}, where a line has little room. */
    static String shortRate(double neuronStepsPerSecond) {
        return String.format(Locale.ROOT, "%.1fM neuron-steps/s", neuronStepsPerSecond / 1e6);
    }

    /** {@code 50.2 million neuron-steps/s}. */
    public static String rate(double neuronStepsPerSecond) {
        return neuronStepsPerSecond < SLOW
                ? count(neuronStepsPerSecond) + " neuron-steps/s"
                : String.format(Locale.ROOT, "%.1f million neuron-steps/s", neuronStepsPerSecond / 1e6);
    }

    /** A size: {@code 812 bytes}, {@code 1.2 kB}, {@code 35 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 999.5) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS_OF_SIZE.get(unit));
    }

    /** A duration in the unit that suits it: {@code 0.4 s}, {@code 12 min}, {@code 3.1 h}, {@code 40 days}. */
    public static String duration(double seconds) {
        if (seconds < SHORTEST) {
            return "under 0.1 s";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < 2 * 3600) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        if (seconds < 48 * 3600) {
            return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
        }
        double days = seconds / (24 * 3600);
        return days < 1000 ? String.format(Locale.ROOT, "%.0f days", days) : count(days / 365.25) + " years";
    }

    /** The same for an estimate: {@code about 3.1 h}. */
    public static String about(double seconds) {
        return seconds < SHORTEST ? duration(seconds) : "about " + duration(seconds);
    }

    /** The same for an upper bound: {@code at most 3.1 h}. */
    public static String atMost(double seconds) {
        return seconds < SHORTEST ? duration(seconds) : "at most " + duration(seconds);
    }

    public static String duration(Duration duration) {
        return duration(seconds(duration));
    }

    /** A duration in seconds. */
    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** A number of at least 0, rounded up to three digits: {@code 3.22e-7} of 3.2101e-7. */
    public static String bound(double value) {
        return number(new BigDecimal(value).round(UPWARDS).doubleValue());
    }

    /** A number in up to twelve digits, without trailing zeros: {@code 50}, {@code 0.001}, {@code 1e-9}. */
    public static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= SMALLEST_IN_FULL && Math.abs(value) < LARGEST_IN_FULL);
        if (plain) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        return digits + (exponent < 0 ? "e" : "e+") + exponent;
    }
}
