package io.github.spikesweep.simulation.random;

import java.util.List;

/**
 * A model as the text of its file, and what it means.
 *
 * @param names the place of each kind of name among those of a {@link Moment}
 * @param input the input, over the time and the input's own quantities, which are called {@code ia} and {@code ib}
 * @param let in their order
 * @param equations of each variable, in their order
 * @param resets of each variable what it is after a spike; empty without a reset
 * @param constants of each parameter its default
 * @param jumps of the equations and of the input
 * @param duration of a row, a whole number of steps
 * @param transientSteps steps in which no spikes are counted
 */
record RandomModel(
        String text,
        Names names,
        List<RandomVariable> variables,
        List<Double> constants,
        Formula input,
        List<Formula> let,
        List<Formula> equations,
        List<Formula> resets,
        double threshold,
        double rearm,
        boolean isMap,
        double step,
        double duration,
        long transientSteps,
        List<Jump> jumps,
        List<Jump> corners,
        FeatureChoice features) {

    /** Places of names: variables, parameters, the quantities of the input, the input, then auxiliary names. */
    record Names(int variables, int parameters, int let) {
        static final int OF_INPUT = 2;

        int parameter(int index) {
            return variables + index;
        }

        int ofInput(int index) {
            return variables + parameters + index;
        }

        int input() {
            return variables + parameters + OF_INPUT;
        }

        int let(int index) {
            return input() + 1 + index;
        }

        int count() {
            return let(let);
        }
    }

    /** @param special a value at which a rate is 0/0 */
    record RandomVariable(String name, Formula initial, double low, double high, double special) {
        boolean isRanged() {
            return low > Double.NEGATIVE_INFINITY;
        }

        boolean contains(double value) {
            return Double.isFinite(value) && low <= value && value <= high;
        }
    }

    /** A moment in which the quantities of a row are known. */
    Moment moment(Row row, Roundoff roundoff) {
        Moment moment = new Moment(names.count(), roundoff);
        System.arraycopy(row.parameters, 0, moment.names, names.parameter(0), row.parameters.length);
        System.arraycopy(row.ofInput, 0, moment.names, names.ofInput(0), row.ofInput.length);
        return moment;
    }

    /** What the equations give in a state; in a map, the next one. */
    void evaluate(Moment moment, double[] state, double[] slopes) {
        see(moment, state);
        for (int v = 0; v < slopes.length; v++) {
            slopes[v] = equations.get(v).at(moment);
        }
    }

    /** The state after a spike. */
    double[] reset(Moment moment, double[] state) {
        see(moment, state);
        double[] after = state.clone();
        for (int v = 0; v < after.length; v++) {
            after[v] = resets.get(v).at(moment);
        }
        return after;
    }

    private void see(Moment moment, double[] state) {
        System.arraycopy(state, 0, moment.names, 0, state.length);
        moment.names[names.input()] = input.at(moment);
        for (int k = 0; k < let.size(); k++) {
            moment.names[names.let(k)] = let.get(k).at(moment);
        }
    }

    boolean isSound(double[] state) {
        boolean sound = true;
        for (int v = 0; v < state.length; v++) {
            sound &= variables.get(v).contains(state[v]);
        }
        return sound;
    }

    boolean hasReset() {
        return !resets.isEmpty();
    }

    boolean hasRange() {
        return variables.stream().anyMatch(RandomVariable::isRanged);
    }

    long steps() {
        return Math.round(duration / step);
    }

    @Override
    public String toString() {
        return text
                + "With a step of %s for %s, counted after %s steps, input: %s"
                        .formatted(step, duration, transientSteps, input.text());
    }
}
