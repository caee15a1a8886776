package io.github.spikesweep.simulation.random;

/** A function of a model file. */
record UserFunction(String name, int arguments, Formula body) {
    static Formula argument(int index) {
        return Formula.alone("a" + index, moment -> moment.arguments[index]);
    }

    /** Its key in a model file: its name with its arguments. */
    String head() {
        StringBuilder head = new StringBuilder(name).append("(a0");
        for (int k = 1; k < arguments; k++) {
            head.append(", a").append(k);
        }
        return head.append(')').toString();
    }

    Formula call(Formula... given) {
        return Formula.call(
                name,
                moment -> {
                    double[] values = new double[given.length];
                    for (int k = 0; k < values.length; k++) {
                        values[k] = given[k].at(moment);
                    }
                    double[] outer = moment.arguments;
                    moment.arguments = values;
                    double value = body.at(moment);
                    moment.arguments = outer;
                    return value;
                },
                given);
    }
}
