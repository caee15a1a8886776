package io.github.spikesweep.simulation.pair;

/**
 * Sums over time of the spike variables x and y of two cells, in lanes side by side, less their first values, so that they keep their digits where a
 * variable moves little.
 */
public final class PairSums {
    /** A standard deviation below this part of the variable's size is that of rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[] x0;
    private final double[] y0;
    private final double[] x;
    private final double[] y;
    private final double[] xx;
    private final double[] yy;
    private final double[] xy;
    private final double[] difference;
    private double weight;

    /** Of as many lanes. */
    public PairSums(int lanes) {
        this.x0 = new double[lanes];
        this.y0 = new double[lanes];
        this.x = new double[lanes];
        this.y = new double[lanes];
        this.xx = new double[lanes];
        this.yy = new double[lanes];
        this.xy = new double[lanes];
        this.difference = new double[lanes];
    }

    /** The first values, in a lane. To be called before anything is added. */
    public void startFrom(int lane, double first, double second) {
        x0[lane] = first;
        y0[lane] = second;
    }

    /**
     * Adds values that hold for the time {@code w}.
     *
     * @param from where those of the first lane are
     */
    public void add(double w, double[] first, double[] second, int from) {
        weight += w;
        for (int lane = 0; lane < x.length; lane++) {
            double dx = first[from + lane] - x0[lane];
            double dy = second[from + lane] - y0[lane];
            x[lane] += w * dx;
            y[lane] += w * dy;
        }
        for (int lane = 0; lane < x.length; lane++) {
            double dx = first[from + lane] - x0[lane];
            double dy = second[from + lane] - y0[lane];
            xx[lane] += w * dx * dx;
            yy[lane] += w * dy * dy;
        }
        for (int lane = 0; lane < x.length; lane++) {
            double dx = first[from + lane] - x0[lane];
            double dy = second[from + lane] - y0[lane];
            xy[lane] += w * dx * dy;
        }
        for (int lane = 0; lane < x.length; lane++) {
            difference[lane] += w * Math.abs(first[from + lane] - second[from + lane]);
        }
    }

    /** Pearson's coefficient of correlation in a lane; NaN where a variable does not move. */
    double correlation(int lane) {
        double mx = x[lane] / weight;
        double my = y[lane] / weight;
        double vx = xx[lane] / weight - mx * mx;
        double vy = yy[lane] / weight - my * my;
        boolean moves = isMoving(vx, x0[lane] + mx) && isMoving(vy, y0[lane] + my);
        double r = (xy[lane] / weight - mx * my) / Math.sqrt(vx * vy);
        return moves ? Math.max(-1, Math.min(1, r)) : Double.NaN;
    }

    private static boolean isMoving(double variance, double mean) {
        return Math.sqrt(variance) > ROUNDING * Math.abs(mean);
    }

    /** The mean of |x − y| in a lane; NaN of no time. */
    double meanDifference(int lane) {
        return difference[lane] / weight;
    }
}
