package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.SourceText;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.transcendental.PowersOfTwo;
import java.util.List;

/** Source in OpenCL C as it is written. Nothing of a model's text gets into it. */
final class DeviceText extends SourceText {
    private static final String POWERS = PowersOfTwo.class.getName() + ".";

    DeviceText(Precision precision) {
        super(precision);
    }

    /** Whether a call is one that the device has, too; {@code powers.cl} has these. */
    static boolean knows(Value call) {
        return call.name().startsWith(POWERS);
    }

    @Override
    protected String call(Value value, List<String> x) {
        return switch (value.operation()) {
            case ABS -> function("fabs", x);
            case FMA -> function("fma", x);
            case MIN -> least(type(value), x.get(0), x.get(1));
            case MAX -> greatest(type(value), x.get(0), x.get(1));
            case SQRT -> function("sqrt", x);
            case FLOOR -> function("floor", x);
            default -> "(" + type(value) + ") " + function(value.name().substring(POWERS.length()), x, "beyond");
        };
    }

    /** As {@code Math.min}: of NaN and a number NaN, of both zeros the negative one. */
    static String least(String type, String a, String b) {
        return function("least_" + type, List.of(a, b));
    }

    /** As {@code Math.max}. */
    static String greatest(String type, String a, String b) {
        return function("greatest_" + type, List.of(a, b));
    }

    private static String function(String name, List<String> arguments, String... more) {
        return name + "(" + String.join(", ", arguments) + (more.length == 0 ? "" : ", " + String.join(", ", more))
                + ")";
    }

    @Override
    protected String special(double value, Precision in) {
        return "(" + in.label() + ") " + (Double.isNaN(value) ? "NAN" : value > 0 ? "INFINITY" : "-INFINITY");
    }

    /** The name of a value. */
    static String local(Value value) {
        return "x" + value.id();
    }
}
