package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.unit.Unit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The units of the constants and axes of a sweep file, by which its expressions are checked, for each model. */
public final class SweepUnits {
    private final Neurons neurons;
    private final Map<String, Quantity> constants = new HashMap<>();
    private final Map<String, Quantity> axes = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** @param axes the units that the file states, by the names of the axes */
    public SweepUnits(Neurons neurons, Map<String, Entry.Scalar> axes) {
        this.neurons = neurons;
        this.axes.put(SweepKeys.REPLICATE, Quantity.NUMBER);
        axes.forEach((name, unit) -> declare(name, unit, "axis '" + name + "'"));
    }

    /** Declares what is found, whose unit the file states. */
    public void declareFound(String name, Entry.Scalar unit) {
        declare(name, unit, "'" + name + "'");
    }

    private void declare(String name, Entry.Scalar unit, String owner) {
        axes.put(name, Quantity.in(stated(unit), Quantity.Source.FILE));
        neurons.models().forEach(model -> new SynapseCurrents(model, name, stated(unit), unit.position()).check(owner));
    }

    /** Declares a feature, in the unit of its column if that has one. */
    public void declareFeature(String name, String unit) {
        inModel(Optional.of(unit), Quantity.Source.MODEL).ifPresent(quantity -> axes.put(name, quantity));
    }

    private static Unit stated(Entry.Scalar unit) {
        return Unit.parse(unit.text(), unit.textStart());
    }

    /**
     * Declares a constant.
     *
     * @param expression what it is, over the constants before it
     * @param places where the parts of the expression are
     * @param start where the expression starts
     * @param unit its unit, if the file states one
     * @throws InputException if the expression is in another unit
     */
    public void declareConstant(
            String name,
            double value,
            Expression expression,
            SourceMap places,
            Position start,
            Optional<Entry.Scalar> unit) {
        Optional<Unit> stated = unit.map(SweepUnits::stated);
        Quantity quantity = units(places, constants::get).of(expression, start);
        stated.ifPresent(wanted -> compare(quantity, wanted, "'" + name + "'", start));
        constants.put(
                name,
                stated.map(wanted -> Quantity.in(wanted, Quantity.Source.FILE))
                        .orElse(
                                quantity.isKnown() || quantity.number()
                                        ? quantity
                                        : Quantity.without(new Unstated(name, OptionalDouble.of(value)))));
    }

    /**
     * Checks the units in an expression and, if it sets something, that its unit is that of what it sets.
     *
     * @param places where its parts are
     * @param start where it starts
     * @param owner what it sets, for messages
     * @param target the unit of what it sets in a model; empty if there is none, or the model has no such thing
     * @throws InputException at the part whose units cannot be right
     */
    public void check(
            Expression expression,
            SourceMap places,
            Position start,
            String owner,
            Function<Model, Optional<String>> target) {
        for (Model model : neurons.models()) {
            Quantity found = units(places, name -> quantity(name, model)).of(expression, start);
            Optional<Unit> wanted =
                    target.apply(model).filter(unit -> !unit.isBlank()).map(unit -> Unit.parse(unit, start));
            wanted.ifPresent(unit -> compare(found, unit, owner + " of " + model.name(), start));
            if (wanted.isEmpty() && found.isCertain() && found.isStated()) {
                String parameter = owner.substring(1, owner.length() - 1);
                new SynapseCurrents(model, parameter, found.unit().orElseThrow(), start).check(owner);
            }
        }
    }

    /** The units of something in the models that have it, without repeats. */
    public List<String> known(Function<Model, Optional<String>> target) {
        return neurons.models().stream()
                .flatMap(model -> target.apply(model).stream())
                .filter(unit -> !unit.isBlank())
                .distinct()
                .toList();
    }

    /** Warnings about what cannot be checked because the file does not state all units. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The unit of the time in a model; none where it is a pure number, which may be taken for ms. */
    public static Optional<String> time(Model model) {
        return Unit.parse(model.time(), Position.startOf(model.name())).isNumber()
                ? Optional.empty()
                : Optional.of(model.time());
    }

    /** The unit of the input of a model, if it has one; of a circuit, if all of its cells agree. */
    public static Optional<String> input(Model model) {
        return Neurons.unit(model, "input");
    }

    /** The unit of the slope of a variable of a model, if it has one. */
    public static Optional<String> slope(Model model, Optional<String> variable) {
        Position place = Position.startOf(model.name());
        return variable.flatMap(unit -> time(model)
                .map(time ->
                        Unit.parse(unit, place).over(Unit.parse(time, place)).toString()));
    }

    private ExpressionUnits units(SourceMap places, Function<String, Quantity> names) {
        return new ExpressionUnits(names, places, (position, warning) -> warnings.add(position + ": " + warning));
    }

    private void compare(Quantity found, Unit wanted, String owner, Position start) {
        if (!found.isKnown() || found.isTime()) {
            return;
        }
        Unit unit = found.unit().orElseThrow();
        String message = owner + " must be " + UnitFault.shown(wanted) + ", found " + UnitFault.found(unit);
        if (found.isCertain() && !unit.isSameAs(wanted)) {
            throw new InputException(start, UnitFault.of(unit, wanted, message));
        }
        if (UnitFault.isDoubtful(found, unit, wanted)) {
            warnings.add(start + ": " + message + UnitFault.unless(found, wanted));
        }
    }

    private Quantity quantity(String name, Model model) {
        if (constants.containsKey(name)) {
            return constants.get(name);
        }
        if (axes.containsKey(name)) {
            return axes.get(name);
        }
        if (name.equals(Model.TIME)) {
            return inModel(time(model), Quantity.Source.TIME).orElse(Quantity.UNKNOWN);
        }
        return inModel(Neurons.unit(model, name), Quantity.Source.MODEL)
                .orElseGet(() -> Quantity.without(Unstated.axis(name)));
    }

    private static Optional<Quantity> inModel(Optional<String> unit, Quantity.Source source) {
        return unit.filter(text -> !text.isBlank())
                .map(text -> Quantity.in(Unit.parse(text, Position.startOf(text)), source));
    }
}
