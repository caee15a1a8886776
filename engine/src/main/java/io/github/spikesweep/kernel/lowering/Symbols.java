package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.Tangent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The inputs of a step: state, quantities, time and step, as symbols of a graph. */
public final class Symbols {
    private static final String STATE = "state ";
    private static final String QUANTITY = "quantity ";
    private static final String TIME = "time";
    private static final String START = "start";
    private static final String MIDDLE = "middle";
    private static final String NORMAL = "normal ";
    /** Before the name of a cell: its noise is held in a state of its own. No name of a model begins with a dot. */
    private static final String NOISE = ".noise ";
    /** Before the name of a cell that holds its spike variable after a reset: for how many steps more, at the start of a step. */
    private static final String HELD = ".held ";
    /** Before the name of a variable: what its sum has lost to rounding so far. */
    private static final String LOST = ".lost ";

    private static final String STEP = "step";
    private static final String CONTROL = "control ";

    private final ValueGraph graph;
    private final KernelSpec spec;
    private final List<String> states;
    /** With adaptive steps, time and step differ between lanes. */
    private final boolean ownSteps;

    public Symbols(ValueGraph graph, KernelSpec spec) {
        this.graph = graph;
        this.spec = spec;
        this.states = new ArrayList<>(spec.model().variableNames());
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            if (spec.isNoisy(cell)) {
                states.add(named(NOISE, cell));
            }
        }
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            if (spec.model().cells().get(cell).holds()) {
                states.add(named(HELD, cell));
            }
        }
        this.ownSteps = spec.integrator().isAdaptive();
        if (spec.compensates()) {
            spec.model().variableNames().forEach(name -> states.add(LOST + name));
        }
    }

    private String named(String what, int cell) {
        return what + spec.model().cells().get(cell).name();
    }

    /** For how many steps, from the start of this one, the spike variable of a cell is held. */
    public Value held(int cell) {
        return state(named(HELD, cell));
    }

    /** The noise of a cell during the step. */
    public Value noise(int cell) {
        return state(named(NOISE, cell));
    }

    /** What the sum of {@code variable} has lost to rounding so far: too much of it, where positive. */
    public Value lost(String variable) {
        return state(LOST + variable);
    }

    /**
     * What changes from step to step: the model's variables, the noise of each cell that has some, how long each cell is held that may be, what was lost to
     * rounding if that counts.
     */
    public List<String> states() {
        return List.copyOf(states);
    }

    /** Whether a state is of the tangent vector, or what its sum has lost. */
    public boolean isOfTangent(int state) {
        String name = states.get(state);
        return Tangent.isOf(name.startsWith(LOST) ? name.substring(LOST.length()) : name);
    }

    public Value state(String variable) {
        return graph.symbol(STATE + variable, Dependence.STATE, true);
    }

    public Value quantity(String name) {
        return graph.symbol(
                QUANTITY + name, Dependence.PARAMETERS, spec.varying().contains(name));
    }

    /** The time at the start of the step; in the slopes, the time of the stage. */
    public Value time() {
        return ownSteps ? graph.symbol(TIME, Dependence.STATE, true) : graph.symbol(TIME, Dependence.TIME, false);
    }

    /** The time at the start of the step, in every stage. */
    public Value start() {
        return ownSteps ? graph.symbol(START, Dependence.STATE, true) : graph.symbol(START, Dependence.TIME, false);
    }

    /** The time in the middle of a piece of the step, in all its stages; {@link Pieces} tells it. */
    Value middle() {
        return graph.symbol(MIDDLE, start().dependence(), start().varies());
    }

    static boolean isMiddle(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(MIDDLE);
    }

    public static boolean isStart(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(START);
    }

    public Value step() {
        return ownSteps ? graph.symbol(STEP, Dependence.STATE, true) : graph.symbol(STEP, Dependence.PARAMETERS, false);
    }

    /** What the control of a lane with steps of its own reads: of the lane, or of a cell. */
    public Value control(StepControl.Input input, int cell) {
        String name = CONTROL + input;
        return graph.symbol(input.isOfCell() ? named(name + " ", cell) : name, Dependence.STATE, true);
    }

    public static boolean isControl(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(CONTROL);
    }

    /** A number drawn from the normal distribution, another one for every step, lane and cell. */
    public Value normal(int cell) {
        return graph.symbol(named(NORMAL, cell), Dependence.STATE, true);
    }

    public static boolean isNormal(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(NORMAL);
    }

    /** The cell whose normal deviate {@code symbol} stands for. */
    public int normalCell(Value symbol) {
        return IntStream.range(0, spec.model().cells().size())
                .filter(cell -> named(NORMAL, cell).equals(symbol.name()))
                .findFirst()
                .orElseThrow();
    }

    public static boolean isState(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(STATE);
    }

    /**
     * Whether {@code value} is a variable that only spikes change: within a step of one length for all lanes it is a constant. A lane with steps of its
     * own ends one at the spike, but not where a condition on such a variable changes. In single precision, where the time is double, such a variable is
     * taken for one that moves.
     */
    boolean isStill(Value value) {
        return isState(value) && isStill(value.name().substring(STATE.length()));
    }

    /** The same by the name of a variable. */
    boolean isStill(String name) {
        int variable = spec.model().indexOf(name);
        return !ownSteps
                && spec.precision() == Precision.DOUBLE
                && !spec.model().isMap()
                && variable >= 0
                && spec.model().equations().get(variable).expression().equals(new Expression.Literal(0));
    }

    /** The index in {@link #states()} of what {@code symbol} stands for. */
    public int variable(Value symbol) {
        return states.indexOf(symbol.name().substring(STATE.length()));
    }

    /** The bounds of a symbol in a valid state. */
    public Interval bounds(Value symbol) {
        boolean variable =
                isState(symbol) && variable(symbol) < spec.model().variables().size();
        if (!variable) {
            return Interval.ANY;
        }
        Range range = spec.model().variables().get(variable(symbol)).range();
        return new Interval(range.low(), range.high());
    }

    public static boolean isTime(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(TIME);
    }

    public static boolean isStep(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().equals(STEP);
    }

    public static boolean isQuantity(Value value) {
        return value.operation() == Operation.SYMBOL && value.name().startsWith(QUANTITY);
    }

    /** The index of the quantity that {@code symbol} stands for. */
    public int quantity(Value symbol) {
        return spec.quantities().indexOf(symbol.name().substring(QUANTITY.length()));
    }
}
