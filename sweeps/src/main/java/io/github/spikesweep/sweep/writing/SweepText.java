package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.Settled;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Choice;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.SpikeRequest;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.RowStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a sweep as a complete sweep file, with defaults, overrides, computed values and tables filled in. Beside the same
 * models, it is read as the same definition.
 */
public final class SweepText {
    /** The fewest bytes of a value in a list: a digit, a comma, a blank. */
    private static final int SHORTEST_VALUE = 3;

    private final SweepDefinition definition;
    private final Neurons neurons;
    private final YamlLines lines = new YamlLines();

    private SweepText(SweepDefinition definition) {
        this.definition = definition;
        this.neurons = definition.neurons();
    }

    /** The text. With a table of many points it may be longer than a sweep file may be. */
    public static String of(SweepDefinition definition) {
        return new SweepText(definition).write();
    }

    /** The text, unless it would be longer than a sweep file may be. */
    public static Optional<String> ofFile(SweepDefinition definition) {
        long listed = definition.space().axes().stream()
                .filter(axis -> axis.values() instanceof NumberList)
                .mapToLong(Axis::size)
                .sum();
        long carried = definition.space().blocks().stream()
                .mapToLong(block -> block.carried().size() * block.size())
                .sum();
        return listed + carried > DocumentReader.LARGEST / SHORTEST_VALUE
                ? Optional.empty()
                : Optional.of(of(definition))
                        .filter(text -> text.getBytes(StandardCharsets.UTF_8).length <= DocumentReader.LARGEST);
    }

    private String write() {
        lines.add(0, "name", YamlScalar.inBlock(definition.name()));
        if (!definition.description().isEmpty()) {
            lines.addText(0, "description", definition.description());
        }
        writeNeurons();
        writeTiming();
        SettingsText settings = new SettingsText(definition, lines);
        settings.write();
        new BlocksText(neurons, lines).write(definition.space().blocks());
        settings.writeConstraint();
        settings.writeFind();
        writeChains(definition.chains());
        writeMeasured();
        settings.writeRefinement();
        return lines.toString();
    }

    private void writeNeurons() {
        boolean described = !neurons.circuit().equals(Neurons.NO_CIRCUIT);
        boolean fixed = !described
                && neurons.model().isFixed()
                && neurons.precision().isFixed()
                && neurons.integrator().isFixed();
        if (fixed) {
            NeuronName neuron = new NeuronName(
                    neurons.model().named().get(0),
                    neurons.precision().options().get(0),
                    neurons.integrator().options().get(0));
            if (NeuronName.find(neuron.toString()).isPresent()) {
                lines.add(0, "neuron", neuron.toString());
                return;
            }
        }
        if (described) {
            CircuitText.write(neurons.circuit(), lines);
        } else {
            writeChoice("model", neurons.model());
        }
        writeChoice("precision", neurons.precision());
        if (!neurons.integrator().options().equals(List.of(Integrator.MAP))) {
            writeChoice("integrator", neurons.integrator());
        }
    }

    private void writeChoice(String key, Choice<?> choice) {
        if (choice.isFixed()) {
            lines.add(0, key, YamlScalar.inBlock(choice.named().get(0)));
        }
    }

    private void writeTiming() {
        Timing timing = definition.timing();
        lines.add(0, "duration", DecimalText.of(timing.duration()));
        if (definition.endsWhenSettled()) {
            lines.add(0, "until", "settled");
        }
        boolean needed = !neurons.differential(false).isEmpty();
        if (needed && timing.step() instanceof Expression.Literal step) {
            lines.add(0, "step", DecimalText.of(step.value()));
        }
        if (!timing.tolerance().equals(Timing.UNUSED) && timing.tolerance() instanceof Expression.Literal tolerance) {
            lines.add(0, "tolerance", DecimalText.of(tolerance.value()));
        }
        if (Double.compare(timing.transientTime(), 0) != 0) {
            lines.add(0, "transient", DecimalText.of(timing.transientTime()));
        }
    }

    private void writeChains(Chains chains) {
        if (chains.isPresent()) {
            lines.add(
                    0,
                    "continue",
                    "{along: " + chains.along() + ", direction: "
                            + chains.course().label() + "}");
        }
    }

    private void writeMeasured() {
        if (!neurons.spike().equals(SpikeRequest.NONE)) {
            lines.add(0, "spike", YamlLines.mapping(spike(neurons.spike())));
        }
        definition.regimeRule().ifPresent(rule -> lines.add(0, "regime", YamlLines.mapping(regime(rule))));
        lines.add(0, "outputs", YamlLines.list(outputs()));
        for (Output output : definition.outputs()) {
            if (output instanceof Output.Trace trace) {
                lines.add(0, "trace_every", DecimalText.of(trace.every()));
                break;
            }
        }
        if (definition.isAudited()) {
            Audit audit = definition.audit();
            lines.add(0, "audit", "{fraction: " + DecimalText.of(audit.fraction()) + ", seed: " + audit.seed() + "}");
        }
    }

    private static Map<String, String> spike(SpikeRequest spike) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (!spike.variable().isEmpty()) {
            entries.put("variable", spike.variable());
        }
        if (!spike.direction().isEmpty()) {
            entries.put("direction", spike.direction());
        }
        spike.numbers().forEach((key, number) -> entries.put(key, DecimalText.of(number)));
        return entries;
    }

    private static Map<String, String> regime(RegimeRule rule) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("gap", DecimalText.of(rule.gap()));
        entries.put("regularity", DecimalText.of(rule.regularity()));
        entries.put("rest", DecimalText.of(rule.rest()));
        if (rule.isByMaxima()) {
            entries.put("maxima", DecimalText.of(rule.maxima()));
        }
        return entries;
    }

    /** The features, or a column that always exists, since the list must not be empty. */
    private List<String> outputs() {
        List<String> features = definition.columns().stream()
                .filter(column ->
                        column.role() == Column.Role.FEATURE && !column.name().equals(Settled.COLUMN))
                .map(Column::name)
                .toList();
        return features.isEmpty() ? List.of(RowStatus.COLUMN) : features;
    }
}
