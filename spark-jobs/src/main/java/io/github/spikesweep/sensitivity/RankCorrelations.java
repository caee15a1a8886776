package io.github.spikesweep.sensitivity;

import io.github.spikesweep.space.Sampled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;

/**
 * Partial rank correlation coefficients (Marino et al. 2008, J. Theor. Biol. 254:178–196): the correlation of the ranks of a
 * feature and of an axis, after what the ranks of the other axes explain linearly was taken from both. Equal values have the mean
 * of their ranks.
 *
 * @param axes those of the sample
 */
public record RankCorrelations(List<Sampled> axes) implements Method {
    public static final String COEFFICIENT = "prcc";

    /** Below this part, what the other axes leave unexplained is rounding. */
    private static final double ROUNDING = 1e-12;

    public RankCorrelations {
        axes = List.copyOf(axes);
    }

    @Override
    public String title() {
        return "partial rank correlations";
    }

    @Override
    public boolean isInUnits() {
        return false;
    }

    @Override
    public String block() {
        return "point";
    }

    @Override
    public int blockSize() {
        return 1;
    }

    /** With fewer, the other axes explain any ranks. */
    @Override
    public int fewestBlocks() {
        return axes.size() + 3;
    }

    @Override
    public List<String> measures() {
        return List.of(COEFFICIENT);
    }

    @Override
    public String heading(String measure) {
        return "PRCC";
    }

    @Override
    public List<Subject> subjects() {
        return IntStream.range(0, axes.size())
                .mapToObj(axis -> new Subject(COEFFICIENT, axis))
                .toList();
    }

    @Override
    public Estimator of(double[] values, long... blocks) {
        List<Ranking> columns = new ArrayList<>();
        for (Sampled axis : axes) {
            columns.add(Ranking.of(Arrays.stream(blocks).mapToDouble(axis::at).toArray()));
        }
        columns.add(Ranking.of(values));
        return times -> coefficients(columns, times);
    }

    /** The coefficient of each axis, with each point as often as stated; the last column is the feature. */
    private static double[] coefficients(List<Ranking> columns, int... times) {
        double[][] ranks = columns.stream().map(column -> column.ranks(times)).toArray(double[][]::new);
        int feature = ranks.length - 1;
        double[][] correlations = new double[ranks.length][ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            for (int j = 0; j <= i; j++) {
                correlations[i][j] = covariance(ranks[i], ranks[j], times)
                        / Math.sqrt(covariance(ranks[i], ranks[i], times) * covariance(ranks[j], ranks[j], times));
                correlations[j][i] = correlations[i][j];
            }
        }
        return IntStream.range(0, feature)
                .mapToDouble(axis -> partial(correlations, axis, feature))
                .toArray();
    }

    /** The correlation of two columns without what the others explain; NaN if they explain one of the two entirely. */
    private static double partial(double[][] correlations, int axis, int feature) {
        int[] others = IntStream.range(0, feature).filter(i -> i != axis).toArray();
        if (Double.isNaN(correlations[axis][feature])) {
            return Double.NaN;
        }
        if (others.length == 0) {
            return correlations[axis][feature];
        }
        double[][] among = new double[others.length][others.length];
        double[] withAxis = new double[others.length];
        double[] withFeature = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            withAxis[i] = correlations[others[i]][axis];
            withFeature[i] = correlations[others[i]][feature];
            for (int j = 0; j < others.length; j++) {
                among[i][j] = correlations[others[i]][others[j]];
            }
        }
        DecompositionSolver solver = new LUDecomposition(MatrixUtils.createRealMatrix(among)).getSolver();
        if (!solver.isNonSingular()) {
            return Double.NaN;
        }
        RealVector ofAxis = MatrixUtils.createRealVector(withAxis);
        RealVector ofFeature = MatrixUtils.createRealVector(withFeature);
        RealVector solved = solver.solve(ofAxis);
        double leftOfAxis = 1 - ofAxis.dotProduct(solved);
        double leftOfFeature = 1 - ofFeature.dotProduct(solver.solve(ofFeature));
        return leftOfAxis < ROUNDING || leftOfFeature < ROUNDING
                ? Double.NaN
                : (correlations[axis][feature] - ofFeature.dotProduct(solved)) / Math.sqrt(leftOfAxis * leftOfFeature);
    }

    /** Of ranks, whose mean is known; not divided by the number of points. */
    private static double covariance(double[] a, double[] b, int... times) {
        double mean = (a.length + 1) / 2.0;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += times[i] * (a[i] - mean) * (b[i] - mean);
        }
        return sum;
    }
}
