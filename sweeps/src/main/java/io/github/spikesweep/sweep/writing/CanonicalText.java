package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.model.SpikeEvent;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.Carried;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.output.Output;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Writes everything that determines the values of a sweep's table, one fact per line. Numbers are hexadecimal: their decimal
 * form depends on the version of Java. Names, units and descriptions that change no value are left out.
 */
public final class CanonicalText {
    /** Must be changed when the same definition gets another text, or another table. */
    private static final String VERSION = "3";

    private static final String BLOCK = "block";
    private static final Pattern FIRST_BLOCK = Pattern.compile(BLOCK + " [0-9]{1,18}");

    private final StringBuilder text = new StringBuilder();

    private CanonicalText() {}

    /** The SHA-256, in hexadecimal, of the text of {@code definition}: equal definitions have equal tables. */
    public static String hash(SweepDefinition definition) {
        return sha256(of(definition));
    }

    /** The SHA-256 of {@code text}, in hexadecimal. */
    static String sha256(String text) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Everything that determines the values of the table, as text that is the same on every machine. */
    public static String of(SweepDefinition definition) {
        CanonicalText canonical = new CanonicalText();
        canonical.write(definition);
        return canonical.text.toString();
    }

    /** How many points the first block of the space has, by a text of {@link #of}; empty if there is no block. */
    public static OptionalLong firstBlock(String text) {
        return text.lines()
                .filter(FIRST_BLOCK.asMatchPredicate())
                .mapToLong(line -> Long.parseLong(line.substring(BLOCK.length() + 1)))
                .findFirst();
    }

    private void write(SweepDefinition definition) {
        line("spikesweep", VERSION);
        definition.models().forEach(this::write);
        for (Precision precision : definition.precisions()) {
            line("precision", precision.label());
        }
        for (Integrator integrator : definition.integrators()) {
            line("integrator", integrator.label());
        }
        line("duration", hex(definition.duration()));
        line("transient", hex(definition.transientTime()));
        line("step", ExpressionText.of(definition.timing().step()));
        line("tolerance", ExpressionText.of(definition.timing().tolerance()));
        line("input", ExpressionText.of(definition.settings().input()));
        write("input of", definition.settings().inputs());
        write(definition.settings().noise());
        write("set", definition.settings().parameters());
        write("start", definition.settings().initial());
        for (Block block : definition.space().blocks()) {
            line(BLOCK, Long.toString(block.size()));
            for (Axis axis : block.axes()) {
                // Its column had floating-point numbers once.
                String type = axis.name().equals(SweepKeys.REPLICATE) ? "whole " : "";
                line("axis", axis.name(), type + AxisValuesText.of(axis.values()));
            }
            for (Carried carried : block.carried()) {
                line("carried", carried.name(), AxisValuesText.of(carried));
            }
        }
        for (Expression expression : definition.constraint().expressions()) {
            line("where", ExpressionText.of(expression));
        }
        for (Find find : definition.find().all()) {
            line("find", find.name(), hex(find.low()), hex(find.high()), hex(find.tolerance()));
            line("holds", ExpressionText.of(find.condition().expression()));
            find.condition().figures().forEach(this::writeRule);
        }
        if (definition.chains().isPresent()) {
            line(
                    "continue",
                    definition.chains().along(),
                    definition.chains().course().label());
        }
        write(definition.refinement());
        for (Output output : definition.outputs()) {
            line("column", output.column().name());
            if (output instanceof Output.Trace trace) {
                line("every", hex(trace.every()));
            }
            writeRule(output);
        }
    }

    private void writeRule(Output output) {
        if (output instanceof Output.Ruled ruled) {
            RegimeRule rule = ruled.rule();
            line("by", hex(rule.gap()), hex(rule.regularity()), hex(rule.rest()));
            if (rule.isByMaxima()) {
                line("maxima", hex(rule.maxima()));
            }
        }
    }

    private void write(Refinement refinement) {
        if (refinement.isPresent()) {
            line("refine", ExpressionText.of(refinement.by()), refinement.fill() ? "filled" : "simulated");
            for (Refinement.Along along : refinement.axes()) {
                line("along", Integer.toString(along.axis()), Long.toString(along.coarse()));
            }
        }
    }

    private void write(RandomCurrent noise) {
        if (noise.kind() != Noise.NONE) {
            line("noise", noise.kind().name(), Long.toString(noise.seed()));
            for (Expression quantity : noise.quantities()) {
                line("of", ExpressionText.of(quantity));
            }
        }
    }

    /** Text of a number as before models had expressions here, so that results of then can be resumed. */
    private static String initial(Expression initial) {
        return initial.names().isEmpty() ? hex(Evaluator.evaluate(initial)) : ExpressionText.of(initial);
    }

    private void write(Model model) {
        // The name of a circuit is in the table only along an axis, whose values have it.
        line("model", model.isCircuit() ? "of cells" : model.name());
        for (Variable variable : model.variables()) {
            String range =
                    hex(variable.range().low()) + " " + hex(variable.range().high());
            line("variable", variable.name(), initial(variable.initial().expression()), range);
        }
        for (Parameter parameter : model.parameters()) {
            line("parameter", parameter.name(), hex(parameter.defaultValue()));
        }
        if (!model.isCircuit()) {
            line("input", model.input().name());
        }
        for (Definition let : model.let()) {
            line("let", let.name(), ExpressionText.of(let.expression()));
        }
        line("dynamics", model.dynamics().name());
        for (Definition equation : model.equations()) {
            line("equation", equation.name(), ExpressionText.of(equation.expression()));
        }
        for (SpikeEvent event : model.events()) {
            line("event", Integer.toString(event.cell()));
            event.assignments()
                    .forEach(assignment -> line("sets", assignment.name(), ExpressionText.of(assignment.expression())));
        }
        for (Cell cell : model.cells()) {
            if (model.isCircuit()) {
                line("cell", cell.name(), cell.input().name());
            }
            write(cell);
        }
    }

    private void write(Cell cell) {
        for (Definition reset : cell.reset()) {
            line("reset", reset.name(), ExpressionText.of(reset.expression()));
        }
        if (cell.holds()) {
            line("hold", ExpressionText.of(cell.hold().expression()));
        }
        SpikeCondition spike = cell.spike();
        line("spike", spike.variable(), hex(spike.threshold()), hex(spike.rearm()), hex(spike.refractory()));
        if (cell.levels().followParameters()) {
            line("threshold", ExpressionText.of(cell.levels().threshold().expression()));
            line("rearm", ExpressionText.of(cell.levels().rearm().expression()));
        }
        line("onset", hex(spike.onsetSlope()));
        if (spike.direction() != SpikeDirection.UP) {
            line("direction", spike.direction().label());
        }
    }

    private void write(String what, Map<String, Expression> settings) {
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> line(what, setting.getKey(), ExpressionText.of(setting.getValue())));
    }

    private void line(String... words) {
        text.append(String.join(" ", words)).append('\n');
    }

    private static String hex(double value) {
        return Double.toHexString(value);
    }
}
