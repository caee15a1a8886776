package io.github.spikesweep.circuit;

import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.SynapseCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A circuit made at random, as text and as what it means: which cells there are, and which synapses go from which to which. So what is
 * checked with it includes how a circuit is read.
 */
final class RandomCircuit {
    /** A cell with the values of its parameters and its state at time 0. */
    record Neuron(String name, Model model, Map<String, Double> parameters, List<Double> initial, double input) {}

    /** A synapse from one cell to another. */
    record Link(Synapse synapse, Map<String, Double> parameters, int pre, int post) {}

    private final Random random;
    private final List<Neuron> neurons = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<String> cellLines = new ArrayList<>();
    private final List<String> synapseLines = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    /**
     * @param models the models of cells
     * @param synapses the kinds of synapses
     */
    RandomCircuit(Random random, List<String> models, List<String> synapses) {
        this.random = random;
        int size = 2 + random.nextInt(3);
        for (int group = 0; neurons.size() < size; group++) {
            addCells("c" + "xyzuvw".charAt(group), models.get(random.nextInt(models.size())));
        }
        int count = 1 + random.nextInt(3);
        for (int k = 0; k < count; k++) {
            addSynapse("s" + k, synapses.get(random.nextInt(synapses.size())));
        }
    }

    List<Neuron> neurons() {
        return neurons;
    }

    List<Link> links() {
        return links;
    }

    String text() {
        return "cells:\n" + String.join("", cellLines) + "synapses:\n" + String.join("", synapseLines);
    }

    /** The same, with cells and synapses in another order. */
    String shuffled() {
        List<String> cells = new ArrayList<>(cellLines);
        List<String> synapses = new ArrayList<>(synapseLines);
        Collections.rotate(cells, 1);
        Collections.reverse(synapses);
        return "cells:\n" + String.join("", cells) + "synapses:\n" + String.join("", synapses);
    }

    /** The inputs by the names that they have in a circuit. */
    Map<String, Double> inputs() {
        return neurons.stream().collect(Collectors.toMap(neuron -> neuron.name + ".input", Neuron::input));
    }

    private double near(double value, double part) {
        return value * (1 + part * (2 * random.nextDouble() - 1));
    }

    private void addCells(String name, String modelName) {
        Model model = ModelCatalog.find(modelName).orElseThrow();
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Double> stated = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> {
            boolean differs = random.nextInt(3) == 0;
            double value = differs
                    ? near(parameter.defaultValue(), modelName.startsWith("H") ? 0.05 : 0.1)
                    : parameter.defaultValue();
            parameters.put(parameter.name(), value);
            if (differs) {
                stated.put(parameter.name(), value);
            }
        });
        String first = model.variableNames().get(0);
        double usual = InitialState.ofDefaults(model).of(first);
        double start = near(usual, 0.1);
        InitialState state = new InitialState(model, parameters::get, Map.of(first, start));
        List<Double> initial = model.variableNames().stream().map(state::of).toList();
        int count = random.nextInt(3) == 0 ? 2 : 0;
        cellLines.add("  %s: {model: %s, parameters: %s, initial: {%s: %s}%s}\n"
                .formatted(name, modelName, mapping(stated), first, start, count == 0 ? "" : ", count: " + count));
        groups.add(name);
        for (int k = 1; k <= Math.max(1, count); k++) {
            double input = near(INPUTS.get(modelName), 0.3);
            neurons.add(new Neuron(count == 0 ? name : name + k, model, parameters, initial, input));
        }
    }

    private static String mapping(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Inputs under which the models fire, and how strong a conductance is that matters. */
    private static final Map<String, Double> INPUTS =
            Map.of("FHN", 0.6, "HH", 0.12, "HHArea", 15.0, "HR", 0.2, "Izhikevich", 10.0, "ML", 110.0);

    private static final Map<String, Double> CONDUCTANCES =
            Map.of("FHN", 0.1, "HH", 0.003, "HHArea", 0.4, "HR", 0.1, "Izhikevich", 0.05, "ML", 0.5);

    private List<Integer> some() {
        List<Integer> all = new ArrayList<>();
        for (int cell = 0; cell < neurons.size(); cell++) {
            all.add(cell);
        }
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(Math.min(2, all.size())));
    }

    private String named(List<Integer> cells) {
        return cells.stream().map(cell -> neurons.get(cell).name).collect(Collectors.joining(", ", "[", "]"));
    }

    private void addSynapse(String name, String kind) {
        Synapse synapse = SynapseCatalog.find(kind).orElseThrow();
        boolean one =
                neurons.stream().map(neuron -> neuron.model.name()).distinct().count() == 1;
        List<int[]> pairs = new ArrayList<>();
        String wiring;
        int n = neurons.size();
        int form = one ? random.nextInt(5) : 4;
        switch (form) {
            case 0 -> {
                wiring = "between: all";
                allPairs(pairs);
            }
            case 1 -> {
                wiring = "ring: all";
                for (int cell = 0; cell < n; cell++) {
                    pairs.add(new int[] {cell, (cell + 1) % n});
                }
            }
            case 2 -> {
                wiring = "from: all, to: " + groups.get(0);
                String first = groups.get(0);
                for (int post = 0; post < n; post++) {
                    if (neurons.get(post).name.startsWith(first)) {
                        for (int pre = 0; pre < n; pre++) {
                            pairs.add(new int[] {pre, post});
                        }
                    }
                }
            }
            case 3 -> {
                List<Integer> from = some();
                List<Integer> to = some();
                wiring = "from: " + named(from) + ", to: " + named(to);
                from.forEach(pre -> to.forEach(post -> pairs.add(new int[] {pre, post})));
            }
            default -> {
                int pre = random.nextInt(n);
                int post = (pre + 1 + random.nextInt(n - 1)) % n;
                wiring = "from: " + neurons.get(pre).name + ", to: " + neurons.get(post).name;
                pairs.add(new int[] {pre, post});
            }
        }
        pairs.removeIf(pair -> pair[0] == pair[1]);
        if (pairs.isEmpty()) {
            return;
        }
        Map<String, Double> stated =
                parameters(kind, neurons.get(pairs.get(0)[1]).model.name());
        Map<String, Double> values = new HashMap<>();
        synapse.parameters().forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        values.putAll(stated);
        synapseLines.add("  %s: {type: %s, %s, parameters: %s}\n".formatted(name, kind, wiring, mapping(stated)));
        pairs.forEach(pair -> links.add(new Link(synapse, values, pair[0], pair[1])));
    }

    private void allPairs(List<int[]> pairs) {
        for (int pre = 0; pre < neurons.size(); pre++) {
            for (int post = 0; post < neurons.size(); post++) {
                pairs.add(new int[] {pre, post});
            }
        }
    }

    /** With which a synapse does something between cells of a model, and its equations have no corners at which a fixed step loses its order. */
    private Map<String, Double> parameters(String kind, String post) {
        double g = near(CONDUCTANCES.get(post), 0.5);
        boolean small = post.equals("FHN") || post.equals("HR");
        double reversal = small ? -1.9 : random.nextBoolean() ? -80 : 0;
        Map<String, Double> values = new LinkedHashMap<>();
        switch (kind) {
            case "Electrical" -> values.put("g", g / 2);
            case "Golowasch" -> {
                values.put("g_fast", g / 2);
                values.put("g_slow", g / 2);
                values.put("e_syn", reversal);
                values.put("s_fast", small ? 2 : 0.1);
                values.put("v_fast", small ? -0.3 : -30.0);
                values.put("s_slow", small ? 2 : 0.1);
                values.put("v_slow", small ? -0.3 : -30.0);
                values.put("k1", near(0.3, 0.3));
                values.put("k2", near(0.05, 0.3));
            }
            case "Gradual" -> {
                values.put("g", g);
                values.put("e_syn", reversal);
                values.put("v_half", small ? 0 : -20.0);
                values.put("slope", small ? 0.8 : 20);
                values.put("k_minus", near(0.1, 0.3));
                values.put("tau_min", 0.0);
            }
            case "STDP" -> {
                values.put("g", g / 2);
                values.put("g_max", g);
                values.put("a_plus", g / 10);
                values.put("a_minus", g / 9);
                values.put("e_syn", reversal);
            }
            case "Destexhe" -> {
                values.put("g", g);
                values.put("e_syn", reversal);
                values.put("duration", near(1, 0.4));
            }
            default -> {
                values.put("g", g / 2);
                values.put("e_syn", reversal);
                values.put("tau", near(4, 0.4));
            }
        }
        return values;
    }
}
