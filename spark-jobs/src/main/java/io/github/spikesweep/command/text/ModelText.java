package io.github.spikesweep.command.text;

import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.model.SpikeLevels;
import io.github.spikesweep.progress.Figures;
import java.util.ArrayList;
import java.util.List;

/** A model as text. */
public final class ModelText {
    private ModelText() {}

    public static List<String> lines(Model model) {
        List<String> lines = new ArrayList<>();
        lines.add(model.name() + ": " + model.title());
        if (!model.source().isBlank()) {
            lines.add(model.source());
        }
        QuantityTables.section(lines, "Variables", QuantityTables.variables(model.variables()));
        QuantityTables.section(lines, "Parameters", QuantityTables.parameters(model.parameters()));
        if (model.hasInput()) {
            QuantityTables.section(lines, "Input", input(model));
        }
        QuantityTables.section(lines, equationsTitle(model), equations(model));
        if (!model.reset().isEmpty()) {
            QuantityTables.section(lines, "Reset (at every spike, all at once)", reset(model));
        }
        QuantityTables.section(lines, "Spike", spike(model));
        if (Double.isFinite(model.longestStep())) {
            QuantityTables.section(lines, "Step", step(model));
        }
        return lines;
    }

    private static TextTable input(Model model) {
        return new TextTable("name", "unit", "description")
                .row(
                        model.input().name(),
                        QuantityTables.unit(model.input().unit()),
                        model.input().description());
    }

    private static String equationsTitle(Model model) {
        String title = switch (model.dynamics()) {
            case DIFFERENTIAL -> "Equations (time: ";
            case MAP -> "Map (time: ";
        };
        return title + model.time() + ")";
    }

    private static TextTable equations(Model model) {
        TextTable table = new TextTable();
        for (Definition let : model.let()) {
            table.row(let.name(), "= " + let.text());
        }
        for (Definition equation : model.equations()) {
            String side = switch (model.dynamics()) {
                case DIFFERENTIAL -> equation.name() + "'";
                case MAP -> "next " + equation.name();
            };
            table.row(side, "= " + equation.text());
        }
        return table;
    }

    private static TextTable reset(Model model) {
        TextTable table = new TextTable();
        for (Definition reset : model.reset()) {
            table.row(reset.name(), "becomes " + reset.text());
        }
        if (model.holds()) {
            boolean isNumber = model.hold().expression().names().isEmpty();
            String hold = model.hold().text() + (isNumber && !time(model).isEmpty() ? " " + time(model) : "");
            table.row(model.spike().variable(), "is held there for " + hold);
        }
        return table;
    }

    /** What counts as a spike: a line for the crossing, and one for each further condition of this model. */
    private static TextTable spike(Model model) {
        SpikeCondition spike = model.spike();
        String variable = spike.variable();
        String unit = QuantityTables.unit(model.variable(variable).orElseThrow().unit());
        String time = time(model);
        boolean down = spike.direction() == SpikeDirection.DOWN;
        String moves = down ? "falls" : "rises";
        TextTable lines = new TextTable()
                .row(variable + " " + moves + " through "
                        + level(model.neuron().levels().threshold(), spike.threshold(), unit));
        SpikeLevels levels = model.neuron().levels();
        if (!levels.rearm().expression().equals(levels.threshold().expression())) {
            lines.row("after it has come " + (down ? "up" : "down") + " to "
                    + level(levels.rearm(), spike.rearm(), unit) + " since the last spike");
        }
        if (spike.refractory() > 0) {
            lines.row("not within " + number(spike.refractory(), time) + " of the last spike");
        }
        if (spike.onsetSlope() != SpikeCondition.USUAL_ONSET_SLOPE) {
            lines.row("its shape is measured from the point where %s %s by %s per %s"
                    .formatted(
                            variable, moves, number(spike.onsetSlope(), unit), time.isEmpty() ? "unit of time" : time));
        }
        return lines;
    }

    /** A level, and where parameters set it, its value with their defaults. */
    private static String level(Definition level, double usual, String unit) {
        return level.expression().names().isEmpty()
                ? number(usual, unit)
                : level.text() + " (" + number(usual, unit) + ")";
    }

    private static TextTable step(Model model) {
        return new TextTable()
                .row("RK4 gives the right spikes with steps of up to " + number(model.longestStep(), time(model)));
    }

    /** The unit of time; empty if it has none. */
    private static String time(Model model) {
        return model.time().equals("dimensionless") ? "" : model.time();
    }

    private static String number(double value, String unit) {
        return (Figures.number(value) + " " + unit).strip();
    }
}
