package io.github.spikesweep.kernel;

/** What a value depends on, and so how often it must be computed. Later ones include the earlier. */
enum Dependence {
    /** On nothing: folded into the code. */
    NOTHING,
    /** On parameters and the step alone: computed once, before the first step. */
    PARAMETERS,
    /** On the time too: computed in every stage. */
    TIME,
    /** On the state: computed in every stage, for every lane. */
    STATE;

    Dependence and(Dependence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
