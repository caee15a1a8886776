package io.github.spikesweep.sweep.output;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.spike.Regime;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.neuron.CellNames;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that a simulation can fill. */
public final class OutputCatalog {
    /** The columns that every table has, after the features. */
    public static final List<Output> ALWAYS = List.of(
            new Output.DivergedAt(new Column(
                    "diverged_at_ms",
                    Column.Type.DOUBLE,
                    Column.Role.DIVERGENCE,
                    "ms",
                    "time at which the row diverged")),
            new Output.Status(
                    new Column(RowStatus.COLUMN, Column.Type.STRING, Column.Role.STATUS, "", "'ok' or 'diverged'")));

    /** The column that says what a row has found, in sweeps that look for something. */
    public static final String FIND_STATUS = "find_status";

    /** The column of the largest Lyapunov exponent. */
    public static final String LYAPUNOV = "lyapunov";

    /** What a feature called {@code regime} may be, in its order. */
    public static final List<String> REGIMES = Regime.labels();

    /** In circuits of more cells, features of pairs are there when they are asked for. */
    private static final int MOST_PAIRED = 4;

    /** A placeholder for the spacing of traces until it is known. */
    private static final double NO_SPACING = 0;

    private OutputCatalog() {}

    /** Every column that the simulation of {@code neurons} can fill, in the order of the table. */
    public static List<Output> available(Neurons neurons) {
        List<Output> outputs = new ArrayList<>();
        for (String cell : neurons.cellNames()) {
            for (SpikeFeature feature : SpikeFeature.values()) {
                outputs.add(feature.output(cell));
            }
            outputs.add(regime(cell));
            for (BurstFeature feature : BurstFeature.values()) {
                outputs.add(feature.output(cell));
            }
            for (VoltageFeature feature : VoltageFeature.values()) {
                outputs.add(feature.output(cell, voltage(neurons, cell)));
            }
        }
        for (CellPair pair : pairs(neurons)) {
            String first = voltage(neurons, pair.first());
            String unit = first.equals(voltage(neurons, pair.second())) ? first : "";
            for (PairFeature feature : PairFeature.values()) {
                outputs.add(feature.output(pair, unit));
            }
        }
        outputs.add(growth(neurons));
        for (String variable : neurons.variableNames()) {
            for (VariableFeature feature : VariableFeature.values()) {
                outputs.add(feature.output(variable, unit(neurons, variable)));
            }
        }
        for (String cell : neurons.cellNames()) {
            outputs.add(new Output.SpikeTimes(
                    new Column(
                            CellNames.column(cell, "spike_times_ms"),
                            Column.Type.DOUBLE_ARRAY,
                            Column.Role.FEATURE,
                            "ms",
                            CellNames.of("times of all spikes", cell)),
                    cell));
        }
        for (String variable : neurons.variableNames()) {
            Column column = new Column(
                    "trace_" + ColumnNames.of(variable),
                    Column.Type.DOUBLE_ARRAY,
                    Column.Role.FEATURE,
                    unit(neurons, variable),
                    "values of " + variable);
            outputs.add(new Output.Trace(column, variable, NO_SPACING));
        }
        outputs.addAll(ALWAYS);
        return outputs;
    }

    /** Like other times, one without a unit counts as ms. */
    private static Output growth(Neurons neurons) {
        String time = neurons.timeUnit();
        boolean isStated =
                !time.isEmpty() && !Unit.parse(time, Position.startOf(time)).isNumber();
        Column column = new Column(
                LYAPUNOV,
                Column.Type.DOUBLE,
                Column.Role.FEATURE,
                "1/" + (isStated ? time : "ms"),
                "largest Lyapunov exponent after the transient");
        return new Output.OfGrowth(column);
    }

    private static Output regime(String cell) {
        Column column = new Column(
                CellNames.column(cell, "regime"),
                Column.Type.STRING,
                Column.Role.FEATURE,
                "",
                CellNames.of("how it fires: " + String.join(", ", REGIMES), cell));
        return new Output.OfRegime(column, cell, RegimeRule.USUAL);
    }

    /** The default features: those of the spikes and of the spike variables, and of pairs in small circuits. */
    public static Set<String> standard(Neurons neurons) {
        Set<String> names = new LinkedHashSet<>();
        for (Output output : available(neurons)) {
            if (isStandard(output, neurons)) {
                names.add(output.column().name());
            }
        }
        return names;
    }

    private static boolean isStandard(Output output, Neurons neurons) {
        if (output instanceof Output.OfVoltage voltage) {
            return voltage.feature().isStandard();
        }
        if (output instanceof Output.OfVariable of) {
            return neurons.models().stream()
                    .flatMap(model -> model.cells().stream())
                    .anyMatch(cell -> cell.spike().variable().equals(of.variable()));
        }
        if (output instanceof Output.OfPair of) {
            List<String> cells = neurons.cellNames();
            return cells.size() <= MOST_PAIRED
                    && cells.indexOf(of.pair().first())
                            < cells.indexOf(of.pair().second());
        }
        return output instanceof Output.OfSpikes;
    }

    /** All pairs of cells of one circuit, in both orders. */
    private static Set<CellPair> pairs(Neurons neurons) {
        Set<CellPair> pairs = new LinkedHashSet<>();
        for (Model model : neurons.models()) {
            for (Cell first : model.cells()) {
                for (Cell second : model.cells()) {
                    if (!first.equals(second)) {
                        pairs.add(new CellPair(first.name(), second.name()));
                    }
                }
            }
        }
        return pairs;
    }

    /** The unit of the spike variable of a cell, if the models that have it agree. */
    private static String voltage(Neurons neurons, String cell) {
        return neurons.agreed(model -> Optional.of(model.cellIndex(cell))
                .filter(index -> index >= 0)
                .flatMap(
                        index -> model.variable(model.cells().get(index).spike().variable()))
                .map(Variable::unit));
    }

    /** The unit of a variable, if the models that have it agree. */
    private static String unit(Neurons neurons, String variable) {
        return neurons.agreed(model -> model.variable(variable).map(Variable::unit));
    }
}
