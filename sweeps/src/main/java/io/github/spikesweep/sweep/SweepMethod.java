package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.FormulaText;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.neuron.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Describes how the rows of a sweep are computed, except for what an axis varies. */
public final class SweepMethod {
    private final SweepDefinition definition;

    /** How the rows of {@code definition} are computed. */
    public SweepMethod(SweepDefinition definition) {
        this.definition = definition;
    }

    /** The step of all rows with fixed steps. */
    public OptionalDouble step() {
        return stated(definition.timing().step());
    }

    /** The tolerance of all rows with adaptive steps. */
    public OptionalDouble tolerance() {
        return stated(definition.timing().tolerance());
    }

    private static OptionalDouble stated(Expression expression) {
        return expression instanceof Expression.Literal literal && !literal.equals(Timing.UNUSED)
                ? OptionalDouble.of(literal.value())
                : OptionalDouble.empty();
    }

    /** {@code ornstein-uhlenbeck: mean 0, sigma from the axis sigma, tau 2, seed 1}. */
    public Optional<String> noise() {
        RandomCurrent noise = definition.settings().noise();
        return switch (noise.kind()) {
            case NONE -> Optional.empty();
            case ORNSTEIN_UHLENBECK -> {
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < noise.quantities().size(); i++) {
                    parts.add(part(noise.kind(), noise.quantities().get(i), i));
                }
                parts.add("seed " + noise.seed());
                yield Optional.of(RandomCurrent.ORNSTEIN_UHLENBECK + ": " + String.join(", ", parts));
            }
        };
    }

    /** {@code input between 0 and 0.2 where spike_count >= 1, to 1e-5}; what is found within follows after {@code "; for each of them "}. */
    public Optional<String> find() {
        return definition.find().all().stream()
                .map(SweepMethod::shown)
                .reduce((outer, inner) -> outer + "; for each of them " + inner);
    }

    private static String shown(Find find) {
        return "%s between %s and %s where %s, to %s"
                .formatted(
                        find.name(),
                        DecimalText.of(find.low()),
                        DecimalText.of(find.high()),
                        FormulaText.of(find.condition().expression()),
                        DecimalText.of(find.tolerance()));
    }

    /** {@code along input, up and down: 2 chains of 101 rows, each of which starts where the one before has ended}. */
    public Optional<String> chains() {
        Chains chains = definition.chains();
        if (!chains.isPresent()) {
            return Optional.empty();
        }
        long length = chains.length(definition.space());
        long count = definition.space().size() / length;
        return Optional.of("along %s, %s: %s of %d rows, each of which starts where the one before has ended"
                .formatted(
                        chains.along(),
                        chains.course().directions().stream()
                                .map(Chains.Course::label)
                                .collect(Collectors.joining(" and ")),
                        count == 1 ? "1 chain" : String.format(Locale.ROOT, "%,d chains", count),
                        length));
    }

    private String part(Noise kind, Expression quantity, int index) {
        String name = kind.quantities().get(index);
        String label = name.substring(name.indexOf('.') + 1);
        if (quantity instanceof Expression.Literal literal) {
            return label + " " + Formula.shown(literal.value());
        }
        List<String> axes = quantity.names().stream().sorted().toList();
        String what =
                axes.stream().anyMatch(definition.find()::finds) ? "" : axes.size() == 1 ? "the axis " : "the axes ";
        return label + " from " + what + String.join(" and ", axes);
    }

    /** The steps with which an audit simulates rows again, and from where if they start from others: {@code half the step}. */
    public String auditSteps() {
        List<String> ways = new ArrayList<>();
        if (!definition.neurons().differential(false).isEmpty()) {
            ways.add("half the step");
        }
        if (!definition.neurons().differential(true).isEmpty()) {
            ways.add("a tenth of the tolerance");
        }
        return String.join(" or ", ways) + (definition.chains().isPresent() ? " from the same state" : "");
    }
}
