package io.github.spikesweep.sweep.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The text of a random circuit, as a mapping in one line; most are valid. */
final class RandomCircuit {
    private static final List<String> NAMES = List.of("a", "b", "null", "p1", "Cell_2");
    private static final List<String> SYNAPSES =
            List.of("Electrical", "Alpha", "Destexhe", "Exponential", "Golowasch", "Gradual", "STDP");

    private final Random random;
    private final List<String> models;

    private RandomCircuit(Random random, List<String> models) {
        this.random = random;
        this.models = models;
    }

    /** @param models those of its cells */
    static String text(Random random, List<String> models) {
        return new RandomCircuit(random, models).draw();
    }

    private String draw() {
        List<String> entries = new ArrayList<>();
        if (random.nextBoolean()) {
            entries.add("name: " + of("HH", "Pair", "yes", "'null'", "_1"));
        }
        if (random.nextInt(3) == 0) {
            entries.add("title: " + of(RandomAxes.TEXTS));
            entries.add("source: " + of(RandomAxes.TEXTS));
        }
        int groups = 1 + random.nextInt(3);
        String model = of(models);
        List<String> named = new ArrayList<>(List.of("all"));
        List<String> cells = new ArrayList<>();
        for (String name : NAMES.subList(0, groups)) {
            int count = random.nextInt(3);
            cells.add(name + ": " + cell(random.nextInt(4) > 0 ? model : of(models), count));
            named.add(name);
            for (int k = 1; k <= count; k++) {
                named.add(name + k);
            }
        }
        entries.add("cells: {" + String.join(", ", cells) + "}");
        if (named.size() > 2) {
            List<String> synapses = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                synapses.add("s" + i + ": " + synapse(named));
            }
            entries.add("synapses: {" + String.join(", ", synapses) + "}");
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private String cell(String model, int count) {
        if (count == 0 && random.nextBoolean()) {
            return model;
        }
        List<String> entries = new ArrayList<>(List.of("model: " + model));
        if (count > 0) {
            entries.add("count: " + count);
        }
        if (random.nextBoolean()) {
            entries.add("spike: {"
                    + of("threshold: 1", "threshold: 0, rearm: -1/3", "refractory: 0.1", "onset_slope: 2") + "}");
        }
        if (model.equals("HH") && random.nextBoolean()) {
            entries.add("parameters: {gna: 1/3, vl: -54.4}, initial: {v: " + of("-70", "-1e-3") + "}");
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private String synapse(List<String> cells) {
        List<String> entries = new ArrayList<>(List.of("type: " + of(SYNAPSES)));
        switch (random.nextInt(3)) {
            case 0 -> entries.add("from: " + names(cells) + ", to: " + names(cells));
            case 1 -> entries.add("between: " + names(cells));
            default -> entries.add("ring: " + names(cells));
        }
        if (entries.get(0).contains("Electrical") && random.nextBoolean()) {
            entries.add("parameters: {g: 1/300}");
        }
        if (entries.get(0).contains("Alpha") && random.nextBoolean()) {
            entries.add("initial: {s: 0.25, x: 1}");
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private String names(List<String> cells) {
        return random.nextBoolean()
                ? "'" + of(cells) + "'"
                : random.ints(1 + random.nextInt(3), 0, cells.size())
                        .mapToObj(i -> "'" + cells.get(i) + "'")
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private String of(String... options) {
        return of(List.of(options));
    }

    private String of(List<String> options) {
        return options.get(random.nextInt(options.size()));
    }
}
