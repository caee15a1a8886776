package io.github.spikesweep.simulation.random;

import java.util.Arrays;

/** What differs between the neurons of a model: the values of its parameters, of the quantities of its input, and of its variables at time 0. */
final class Row {
    final double[] parameters;
    final double[] ofInput;
    final double[] initial;

    Row(double[] parameters, double[] ofInput, double[] initial) {
        this.parameters = parameters;
        this.ofInput = ofInput;
        this.initial = initial;
    }

    @Override
    public String toString() {
        return "parameters %s, ia and ib %s, initial values %s"
                .formatted(Arrays.toString(parameters), Arrays.toString(ofInput), Arrays.toString(initial));
    }
}
