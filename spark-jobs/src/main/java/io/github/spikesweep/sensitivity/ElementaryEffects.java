package io.github.spikesweep.sensitivity;

import io.github.spikesweep.sample.Morris;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Elementary effects (Morris 1991, Technometrics 33:161–174): how much a feature changes as an axis alone moves, per range of that
 * axis. Their mean is {@code mu}, that of their sizes {@code mu_star} (Campolongo et al. 2007, Environ. Model. Softw.
 * 22:1509–1518), and their standard deviation {@code sigma}, which shows interactions and curvature.
 *
 * @param axes those of the design
 */
public record ElementaryEffects(List<Morris> axes) implements Method {
    public static final String MEAN = "mu";
    public static final String MEAN_SIZE = "mu_star";
    public static final String DEVIATION = "sigma";

    public ElementaryEffects {
        axes = List.copyOf(axes);
    }

    @Override
    public String title() {
        return "elementary effects";
    }

    @Override
    public boolean isInUnits() {
        return true;
    }

    @Override
    public String block() {
        return "trajectory";
    }

    @Override
    public int blockSize() {
        return axes.size() + 1;
    }

    @Override
    public int fewestBlocks() {
        return 2;
    }

    @Override
    public List<String> measures() {
        return List.of(MEAN, MEAN_SIZE, DEVIATION);
    }

    @Override
    public String heading(String measure) {
        return switch (measure) {
            case MEAN -> "mean μ";
            case MEAN_SIZE -> "mean size μ*";
            default -> "deviation σ";
        };
    }

    @Override
    public List<Subject> subjects() {
        return IntStream.range(0, axes.size())
                .boxed()
                .flatMap(axis -> measures().stream().map(measure -> new Subject(measure, axis)))
                .toList();
    }

    @Override
    public Estimator of(double[] values, long... blocks) {
        double[][] effects =
                axes.stream().map(axis -> effects(axis, values, blocks)).toArray(double[][]::new);
        return times -> Arrays.stream(effects)
                .flatMapToDouble(one -> estimates(one, times))
                .toArray();
    }

    private double[] effects(Morris axis, double[] values, long... blocks) {
        double[] effects = new double[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            int after = i * blockSize() + axis.movesAt(blocks[i]);
            double change = values[after] - values[after - 1];
            effects[i] = (axis.rises(blocks[i]) ? change : -change) / axis.delta();
        }
        return effects;
    }

    private static DoubleStream estimates(double[] effects, int... times) {
        double sum = 0;
        double sizes = 0;
        for (int i = 0; i < effects.length; i++) {
            sum += times[i] * effects[i];
            sizes += times[i] * Math.abs(effects[i]);
        }
        double mean = sum / effects.length;
        double squares = 0;
        for (int i = 0; i < effects.length; i++) {
            squares += times[i] * (effects[i] - mean) * (effects[i] - mean);
        }
        return DoubleStream.of(mean, sizes / effects.length, Math.sqrt(squares / (effects.length - 1)));
    }
}
