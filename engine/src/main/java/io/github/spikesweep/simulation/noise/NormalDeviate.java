package io.github.spikesweep.simulation.noise;

/**
 * Numbers of the standard normal distribution from uniform random bits, by the inverse of the distribution function: algorithm
 * AS 241, PPND16 (Wichura 1988, Appl. Statist. 37:477–484), accurate to about 1e-16.
 */
public final class NormalDeviate {
    private static final double CENTRAL = 0.425;
    private static final double TAIL = 5;

    private static final double[] CENTRAL_UP = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRAL_DOWN = {
        1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854
    };
    private static final double[] MIDDLE_UP = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] MIDDLE_DOWN = {
        1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09
    };
    private static final double[] FAR_UP = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] FAR_DOWN = {
        1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15
    };

    private NormalDeviate() {}

    /** The deviate from 64 random bits, of which 53 are used. */
    public static double of(long bits) {
        return quantile(NoiseKey.unit(bits));
    }

    /**
     * The value that a standard normal variable is below with probability {@code p}.
     *
     * @param p above 0 and below 1; the result for other numbers is not specified
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRAL) {
            double r = CENTRAL * CENTRAL - q * q;
            return q * polynomial(CENTRAL_UP, r) / polynomial(CENTRAL_DOWN, r);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double deviate = r <= TAIL
                ? polynomial(MIDDLE_UP, r - 1.6) / polynomial(MIDDLE_DOWN, r - 1.6)
                : polynomial(FAR_UP, r - TAIL) / polynomial(FAR_DOWN, r - TAIL);
        return q < 0 ? -deviate : deviate;
    }

    private static double polynomial(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int k = c.length - 2; k >= 0; k--) {
            sum = sum * x + c[k];
        }
        return sum;
    }
}
