package io.github.spikesweep.kernel.graph;

/** What a value depends on, and so how often it must be computed. Later ones include the earlier. */
public enum Dependence {
    /** On nothing: folded into the code. */
    NOTHING,
    /** Only on parameters and the step: computed once, before the first step. */
    PARAMETERS,
    /** On the time too: computed in every stage. */
    TIME,
    /** On the state: computed in every stage, for every lane. */
    STATE;

    public Dependence and(Dependence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
