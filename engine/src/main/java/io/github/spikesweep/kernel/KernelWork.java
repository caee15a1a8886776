package io.github.spikesweep.kernel;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a kernel computes in one step of one neuron; of an adaptive kernel, in one step that it tries. What is computed once for all steps,
 * or once for all neurons side by side, is not counted, and neither are copies, conversions between precisions and the watch for spikes.
 *
 * @param operations arithmetic operations other than calls: a multiply-add is two of them; a sum, difference, product, quotient, root,
 *     change of sign, absolute value, floor, minimum, maximum or choice is one, and so is taking a power of two from a number
 * @param divisions how many of them are quotients
 * @param roots how many of them are square roots
 * @param extremes how many of them are minima and maxima
 * @param singles how many of them are computed neuron by neuron, without vector instructions: they choose between two values, or take
 *     a logarithm or power apart into powers of two and the rest
 * @param calls calls of functions that are computed neuron by neuron: how many, by the function's name
 */
public record KernelWork(
        int operations, int divisions, int roots, int extremes, int singles, SortedMap<String, Integer> calls) {

    public KernelWork {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    /** The calls of all functions together. */
    public int callCount() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
}
