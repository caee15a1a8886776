package io.github.spikesweep.kernel;

/** The inputs of a step: state, quantities, time and step, as symbols of a graph. */
final class Symbols {
    private static final String STATE = "state ";
    private static final String QUANTITY = "quantity ";
    private static final String TIME = "time";
    private static final String STEP = "step";

    private final ValueGraph graph;
    private final KernelSpec spec;

    Symbols(ValueGraph graph, KernelSpec spec) {
        this.graph = graph;
        this.spec = spec;
    }

    Value state(String variable) {
        return graph.symbol(STATE + variable, Dependence.STATE, true);
    }

    Value quantity(String name) {
        return graph.symbol(
                QUANTITY + name, Dependence.PARAMETERS, spec.varying().contains(name));
    }

    /** The time at the start of the step; in the slopes, the time of the stage. */
    Value time() {
        return graph.symbol(TIME, Dependence.TIME, false);
    }

    Value step() {
        return graph.symbol(STEP, Dependence.PARAMETERS, false);
    }

    static boolean isState(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(STATE);
    }

    /** The index of the variable that {@code symbol} stands for. */
    int variable(Value symbol) {
        return spec.model().variableNames().indexOf(symbol.name().substring(STATE.length()));
    }

    static boolean isTime(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(TIME);
    }

    static boolean isStep(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(STEP);
    }

    static boolean isQuantity(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(QUANTITY);
    }

    /** The index of the quantity that {@code symbol} stands for. */
    int quantity(Value symbol) {
        return spec.quantities().indexOf(symbol.name().substring(QUANTITY.length()));
    }
}
