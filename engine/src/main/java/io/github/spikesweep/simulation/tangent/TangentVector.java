package io.github.spikesweep.simulation.tangent;

import java.util.function.IntToDoubleFunction;

/**
 * A vector of small changes of a state, which the variational equations carry along. It is scaled by powers of two from time to time, which is exact, so that it
 * neither overflows nor vanishes; how often it has doubled is counted, so that when it is scaled has no effect on how much it has grown.
 */
public final class TangentVector {
    /** Writes an element of a memory. */
    @FunctionalInterface
    public interface Writer {
        void put(int element, double value);
    }

    private static final double LN_2 = StrictMath.log(2);
    /** Components of this size, or one over it, are scaled: a {@code float} holds what is far larger. */
    private static final double LARGE = 0x1p20;

    private final IntToDoubleFunction get;
    private final Writer put;
    private final int[] elements;
    private final int[] lost;
    private long doublings;
    private double begin = Double.NaN;

    /**
     * The vector (1, 1/2, 1/3, …): it has no symmetry that equal cells of a circuit could have.
     *
     * @param elements where its components are
     * @param lost where there is what their sums have lost to rounding; may be empty
     */
    public TangentVector(IntToDoubleFunction get, Writer put, int[] elements, int[] lost) {
        this.get = get;
        this.put = put;
        this.elements = elements.clone();
        this.lost = lost.clone();
        for (int i = 0; i < elements.length; i++) {
            put.put(elements[i], 1.0 / (i + 1));
        }
    }

    /** Scales the vector, if it has become large or small. A vector that is 0 or not finite stays as it is. */
    public void scale() {
        double largest = 0;
        for (int element : elements) {
            largest = Math.max(largest, Math.abs(get.applyAsDouble(element)));
        }
        scale(largest);
    }

    /** The same, by the size of its largest component. */
    void scale(double largest) {
        boolean isFine = largest < LARGE && largest > 1 / LARGE;
        if (isFine || largest == 0 || !Double.isFinite(largest)) {
            return;
        }
        int exponent = Math.getExponent(largest);
        scale(elements, -exponent);
        scale(lost, -exponent);
        doublings += exponent;
    }

    private void scale(int[] of, int exponent) {
        for (int element : of) {
            put.put(element, Math.scalb(get.applyAsDouble(element), exponent));
        }
    }

    /** Measures from now on. */
    public void begin() {
        scale();
        doublings = 0;
        begin = length();
    }

    /** By how much per unit of time it has grown: the logarithm, to base e, of its length now over that at the beginning; NaN if the length is 0 or not finite. */
    public double exponent(double time) {
        scale();
        double exponent = (StrictMath.log(length() / begin) + doublings * LN_2) / time;
        return Double.isFinite(exponent) ? exponent : Double.NaN;
    }

    private double length() {
        double squares = 0;
        for (int element : elements) {
            double component = get.applyAsDouble(element);
            squares += component * component;
        }
        return Math.sqrt(squares);
    }
}
