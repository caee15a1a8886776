package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.model.SpikeLevels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code spike}, which says what counts as a spike, in the file of a model or of a sweep over models. */
public final class SpikeReader {
    private static final String VARIABLE = "variable";
    private static final String DIRECTION = "direction";
    private static final String THRESHOLD = SpikeLevels.THRESHOLD;
    private static final String REARM = SpikeLevels.REARM;
    private static final String REFRACTORY = "refractory";
    private static final String ONSET_SLOPE = "onset_slope";
    private static final List<String> NUMBERS = List.of(THRESHOLD, REARM, REFRACTORY, ONSET_SLOPE);
    private static final List<String> KEYS =
            Stream.concat(Stream.of(VARIABLE, DIRECTION), NUMBERS.stream()).toList();

    private final Fields fields;
    private final ToDoubleBiFunction<Entry, String> number;

    /**
     * A reader of {@code entry}.
     *
     * @param number reads the finite number in an entry, given what it is, for messages
     * @throws InputException if the entry is not a mapping with keys of {@code spike}
     */
    public SpikeReader(Entry entry, ToDoubleBiFunction<Entry, String> number) {
        this.fields = new Fields(Fields.section(entry, "'spike'"), "'spike'", KEYS);
        this.number = number;
    }

    /**
     * The variable, if given.
     *
     * @param known the variables that exist
     * @param owner what has them, for messages
     * @throws InputException if it is not one of them
     */
    public Optional<Entry.Scalar> variable(Collection<String> known, String owner) {
        Optional<Entry.Scalar> variable = fields.scalar(VARIABLE);
        variable.filter(stated -> !known.contains(stated.text())).ifPresent(stated -> {
            throw new InputException(
                    stated.position(),
                    "unknown variable " + stated.shown() + " of " + owner + new KnownNames(known).hint(stated.text()));
        });
        return variable;
    }

    /**
     * Which way spikes point, if given.
     *
     * @throws InputException if it is no direction
     */
    public Optional<SpikeDirection> direction() {
        return fields.scalar(DIRECTION)
                .map(stated -> SpikeDirection.find(stated.text())
                        .orElseThrow(() -> new InputException(
                                stated.position(),
                                "unknown direction " + stated.shown()
                                        + new KnownNames(SpikeDirection.labels()).hint(stated.text()))));
    }

    /**
     * Refuses a variable and a direction.
     *
     * @param reason why there can be none
     */
    public void checkOnlyNumbers(String reason) {
        for (String key : List.of(VARIABLE, DIRECTION)) {
            if (fields.find(key).isPresent()) {
                throw new InputException(fields.positionOf(key), "'" + key + "' does not belong here: " + reason);
            }
        }
    }

    /** Where the direction is given. */
    public Position directionPosition() {
        return fields.require(DIRECTION).position();
    }

    /** Whether a threshold is given. */
    public boolean hasThreshold() {
        return fields.find(THRESHOLD).isPresent();
    }

    /** The given numbers by key, in the order of the keys. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        NUMBERS.forEach(key -> stated(key).ifPresent(value -> numbers.put(key, value)));
        return numbers;
    }

    /** The condition of a model that has none yet; variable and threshold are required. */
    SpikeCondition read(List<String> variables, String model) {
        fields.require(VARIABLE);
        String variable = variable(variables, model).orElseThrow().text();
        fields.require(THRESHOLD);
        return read(
                variable, SpikeCondition.crossing(variable, stated(THRESHOLD).orElseThrow()), model);
    }

    /** A level as it is stated, if it is. */
    Optional<Entry> level(String key) {
        return fields.find(key);
    }

    /**
     * The cell {@code own} with a condition for another variable, with what is given; {@code rearm} defaults to a given threshold, and to any if
     * spikes are to point the other way.
     *
     * @param model the name of the model, for messages
     * @throws InputException if the condition is invalid
     */
    public Cell read(String variable, Cell own, String model) {
        if (hasThreshold() && own.resets() && own.levels().thresholdFollows()) {
            String parameters = own.levels().threshold().expression().names().stream()
                    .sorted()
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(" and "));
            throw new InputException(
                    fields.positionOf(THRESHOLD),
                    "%s is reset at its threshold, which follows from its %s; set that under 'parameters' instead"
                            .formatted(model, parameters));
        }
        boolean turned =
                direction().filter(asks -> asks != own.spike().direction()).isPresent();
        Definition threshold = statedLevel(THRESHOLD).orElse(own.levels().threshold());
        Definition usualRearm = hasThreshold() || turned
                ? new Definition(REARM, threshold.text(), threshold.expression())
                : own.levels().rearm();
        return own.withSpike(
                read(variable, own.spike(), model),
                new SpikeLevels(threshold, statedLevel(REARM).orElse(usualRearm)));
    }

    private Optional<Definition> statedLevel(String key) {
        return stated(key).stream()
                .mapToObj(level -> SpikeLevels.number(key, level))
                .findFirst();
    }

    private SpikeCondition read(String variable, SpikeCondition own, String model) {
        SpikeDirection direction = direction().orElse(own.direction());
        double threshold = stated(THRESHOLD).orElse(own.threshold());
        boolean keepsRearm = !hasThreshold() && direction == own.direction();
        double rearm = stated(REARM).orElse(keepsRearm ? own.rearm() : threshold);
        double refractory = stated(REFRACTORY).orElse(own.refractory());
        double onsetSlope = stated(ONSET_SLOPE).orElse(own.onsetSlope());
        check(
                direction.sign() * rearm <= direction.sign() * threshold,
                REARM,
                "must not be " + direction.beyond() + " the threshold of " + DecimalText.of(threshold) + " of " + model,
                rearm);
        check(refractory >= 0, REFRACTORY, "must not be negative", refractory);
        check(onsetSlope > 0, ONSET_SLOPE, "must be positive", onsetSlope);
        return new SpikeCondition(variable, direction, threshold, rearm, refractory, onsetSlope);
    }

    private OptionalDouble stated(String key) {
        return fields.find(key)
                .map(entry -> OptionalDouble.of(number.applyAsDouble(entry, "'" + key + "'")))
                .orElse(OptionalDouble.empty());
    }

    private void check(boolean fine, String key, String rule, double found) {
        if (!fine) {
            throw new InputException(
                    fields.require(key).position(), "'" + key + "' " + rule + ", found " + DecimalText.of(found));
        }
    }
}
