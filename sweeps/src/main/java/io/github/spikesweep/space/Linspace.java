package io.github.spikesweep.space;

/** Evenly spaced numbers, both ends included: each the double nearest to the number that the ends, as decimals, define. */
public final class Linspace extends Spaced {
    private static final long serialVersionUID = 1L;

    private final DecimalSteps steps;

    /**
     * @param first the value at index 0
     * @param last the value at the last index
     * @param size how many
     */
    public Linspace(double first, double last, long size) {
        super(first, last, size);
        this.steps =
                DecimalSteps.of(decimal(first), decimal(last).subtract(decimal(first)), Math.max(1, size - 1), size);
    }

    @Override
    public double at(long index) {
        return index == size() - 1 ? last() : steps.at(index);
    }

    @Override
    public boolean isDecimal() {
        return !steps.isBinary();
    }
}
