package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.neuron.Choice;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.neuron.ResetLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the rows whose reset leaves the spike variable at the threshold or beyond it, as far as the parameters alone decide it. */
final class FailingResets {
    /** Of more combinations that matter, as many are looked at, evenly spread from the first to the last. */
    private static final long MOST_ASKED = 100_000;

    private final SweepDefinition definition;
    private final ParameterSpace space;
    private long rows;
    private long failing;
    private long first;

    private FailingResets(SweepDefinition definition) {
        this.definition = definition;
        this.space = definition.space();
    }

    /** A line for each model with such rows. */
    static List<String> warnings(SweepDefinition definition) {
        return definition.models().stream()
                .flatMap(model -> ResetLevel.of(model, definition.settings()).stream())
                .filter(level -> level.axes().stream().noneMatch(definition.find()::finds))
                .flatMap(level -> new FailingResets(definition).warning(level).stream())
                .toList();
    }

    private Optional<String> warning(ResetLevel level) {
        int[] blocks = blocks(level);
        long combinations = IntStream.of(blocks)
                .mapToLong(block -> space.blocks().get(block).size())
                .reduce(1, (a, b) -> a * b);
        long asked = Math.min(combinations, MOST_ASKED);
        long last = combinations - 1;
        long parts = Math.max(1, asked - 1);
        for (long i = 0; i < asked; i++) {
            // Quotient and remainder apart: i · last may overflow.
            look(level, new Point(space, id(blocks, i * (last / parts) + i * (last % parts) / parts)));
        }
        if (failing == 0) {
            return Optional.empty();
        }
        long each = space.size() / combinations;
        String which = asked == combinations
                ? "%s of the %s rows".formatted(counted(failing * each), counted(rows * each))
                : "some of the rows";
        SpikeCondition spike = level.cell().spike();
        return Optional.of(
                "%s of %s do not reset '%s' %s its threshold%s, row %d the first found: such rows diverge at a spike"
                        .formatted(
                                which,
                                level.shown(),
                                spike.variable(),
                                spike.direction().before(),
                                level.threshold().names().isEmpty()
                                        ? " of " + Formula.shown(Evaluator.evaluate(level.threshold()))
                                        : "",
                                first));
    }

    /** The blocks of the axes that decide whether a reset fails and in which rows there is one. */
    private int[] blocks(ResetLevel level) {
        Set<String> names = level.axes();
        definition.constraint().expressions().forEach(kept -> names.addAll(kept.names()));
        Neurons neurons = definition.neurons();
        return IntStream.concat(
                        names.stream().mapToInt(name -> space.axis(name).orElseThrow()),
                        List.of(neurons.model(), neurons.precision()).stream()
                                .filter(choice -> !choice.isFixed())
                                .mapToInt(Choice::axis))
                .map(space::blockOf)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The first row of the {@code k}-th combination of some blocks, the last of which varies fastest. */
    private long id(int[] blocks, long k) {
        long[] indices = new long[space.blocks().size()];
        long rest = k;
        for (int i = blocks.length - 1; i >= 0; i--) {
            long along = space.blocks().get(blocks[i]).size();
            indices[blocks[i]] = rest % along;
            rest /= along;
        }
        return space.id(indices);
    }

    private void look(ResetLevel level, Point point) {
        Neurons neurons = definition.neurons();
        boolean ofModel = neurons.models().get(point.index(neurons.model())).equals(level.model());
        boolean kept = definition.constraint().expressions().stream()
                .allMatch(expression -> Constraint.keeps(point.evaluate(expression)));
        if (!ofModel || !kept) {
            return;
        }
        rows++;
        if (level.fails(
                point.evaluate(level.value()),
                point.evaluate(level.threshold()),
                neurons.precision().options().get(point.index(neurons.precision())))) {
            first = failing == 0 ? point.id() : first;
            failing++;
        }
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
