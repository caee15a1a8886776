package io.github.spikesweep.circuit;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.Constants;
import io.github.spikesweep.model.reading.SpikeReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a cell of a circuit. */
record CellReader(Parts parts) {
    private static final List<String> KEYS = List.of("model", "count", "parameters", "initial", "spike");

    /** A cell, written as a mapping, or as the name of its model alone. */
    CellGroup read(String name, Entry entry, Position position) {
        if (name.equals(Wiring.ALL)) {
            throw new InputException(position, "a cell cannot be called '" + name + "'; choose another name");
        }
        String owner = "cell '" + name + "'";
        boolean isModelAlone = entry instanceof Entry.Scalar scalar && (scalar.quoted() || !Fields.isNothing(scalar));
        if (isModelAlone) {
            Entry.Scalar modelText = Fields.scalar(entry, owner);
            return new CellGroup(name, 0, modelText.text(), model(modelText), Map.of(), Map.of(), Map.of());
        }
        Fields fields = new Fields(Fields.section(entry, owner, "{model: HH}"), owner, KEYS);
        Entry.Scalar modelText = Fields.scalar(fields.require("model"), "'model'");
        Model model = model(modelText);
        Map<String, Double> spike = Map.of();
        if (fields.find("spike").isPresent()) {
            SpikeReader reader =
                    new SpikeReader(fields.require("spike"), (number, what) -> Constants.number(number, what));
            reader.checkOnlyNumbers("a cell of a circuit spikes by its model's variable, in its model's direction");
            model = model.withCell(reader.read(model.spike().variable(), model.neuron(), model.name()));
            spike = reader.numbers();
        }
        return new CellGroup(
                name,
                fields.find("count").map(CellReader::count).orElse(0),
                modelText.text(),
                model,
                Constants.read(fields.section("parameters"), model.parameterNames(), "parameter", model.name()),
                Constants.read(fields.section("initial"), model.variableNames(), "variable", model.name()),
                spike);
    }

    private Model model(Entry.Scalar text) {
        Model model = parts.model(text);
        boolean hasOther = Stream.of(
                        model.variableNames(),
                        model.parameterNames(),
                        model.let().stream().map(Definition::name).toList())
                .anyMatch(names -> names.contains(Cell.inputKey("")));
        if (hasOther) {
            throw new InputException(
                    text.position(),
                    model.name()
                            + " has a quantity 'input' that is not its input, and a circuit calls the input of a cell so; "
                            + "give it another name in the model");
        }
        return model;
    }

    private static int count(Entry entry) {
        double count = Constants.number(entry, "'count'");
        if (count != Math.rint(count) || count < 1 || count > CircuitDefinition.MOST_CELLS) {
            throw new InputException(
                    entry.position(),
                    "'count' must be a whole number from 1 to " + CircuitDefinition.MOST_CELLS + ", found "
                            + entry.shown());
        }
        return (int) count;
    }
}
