package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.circuit.CellGroup;
import io.github.spikesweep.circuit.CircuitDefinition;
import io.github.spikesweep.circuit.SynapseGroup;
import io.github.spikesweep.circuit.Wiring;
import io.github.spikesweep.equation.DecimalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code circuit}, the circuit that a sweep file itself describes. */
final class CircuitText {
    private CircuitText() {}

    static void write(CircuitDefinition circuit, YamlLines lines) {
        lines.add(0, "circuit:");
        lines.add(1, "name", YamlScalar.inBlock(circuit.name()));
        if (!circuit.title().equals(circuit.name())) {
            lines.add(1, "title", YamlScalar.inBlock(circuit.title()));
        }
        if (!circuit.source().isEmpty()) {
            lines.add(1, "source", YamlScalar.inBlock(circuit.source()));
        }
        lines.add(1, "cells:");
        circuit.groups().forEach(group -> lines.add(2, group.name(), of(group)));
        if (!circuit.synapses().isEmpty()) {
            lines.add(1, "synapses:");
            circuit.synapses().forEach(synapse -> lines.add(2, synapse.name(), of(synapse)));
        }
    }

    private static String of(CellGroup group) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("model", YamlScalar.inFlow(group.modelText()));
        if (group.count() > 0) {
            entries.put("count", Integer.toString(group.count()));
        }
        put(entries, "parameters", group.parameters());
        put(entries, "initial", group.initial());
        put(entries, "spike", group.spike());
        return YamlLines.mapping(entries);
    }

    private static String of(SynapseGroup synapse) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("type", YamlScalar.inFlow(synapse.typeText()));
        Wiring wiring = synapse.wiring();
        switch (wiring.form()) {
            case FROM_TO -> {
                entries.put("from", names(wiring.from()));
                entries.put("to", names(wiring.to()));
            }
            case BETWEEN -> entries.put("between", names(wiring.from()));
            case RING -> entries.put("ring", names(wiring.from()));
        }
        put(entries, "parameters", synapse.parameters());
        put(entries, "initial", synapse.initial());
        return YamlLines.mapping(entries);
    }

    private static String names(List<String> names) {
        List<String> texts = names.stream().map(YamlScalar::inFlow).toList();
        return texts.size() == 1 ? texts.get(0) : YamlLines.list(texts);
    }

    private static void put(Map<String, String> entries, String key, Map<String, Double> numbers) {
        if (!numbers.isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            numbers.forEach((name, number) -> texts.put(name, DecimalText.of(number)));
            entries.put(key, YamlLines.mapping(texts));
        }
    }
}
