package io.github.spikesweep.kernel;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a kernel computes in one step of one neuron; of an adaptive kernel, in one step that it tries. What is computed once for all steps,
 * or once for all neurons side by side, is not counted, and neither are copies, conversions between precisions and the watch for spikes.
 *
 * @param operations arithmetic operations other than calls: a multiply-add is two of them; a sum, difference, product, quotient, root,
 *     change of sign, absolute value, floor, minimum, maximum or choice is one
 * @param divisions how many of them are quotients
 * @param roots how many of them are square roots
 * @param extremes how many of them are minima and maxima
 * @param choices how many of them choose between two values; they are computed neuron by neuron, without vector instructions
 * @param calls calls of functions that are computed neuron by neuron: how many, by the function's name
 */
public record KernelWork(
        int operations, int divisions, int roots, int extremes, int choices, SortedMap<String, Integer> calls) {

    public KernelWork {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    /** The calls of all functions together. */
    public int callCount() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
}
