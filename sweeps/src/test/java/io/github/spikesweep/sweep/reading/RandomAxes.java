package io.github.spikesweep.sweep.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random key {@code sweep}: blocks of every kind, and axes of every form, over given names. */
final class RandomAxes {
    /** Texts with unusual characters, quoted. */
    static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "\"g_{Na}\"",
            "\"a: b, [c] #d\"",
            "'it''s'",
            "\"\\\"\\\\\"",
            "µΩ²",
            "\"\\n\\ttab\"",
            "\"漢字 \\U0001F600\"",
            "\" \"",
            "'- x'",
            "\"\\0\"",
            "'null'");

    private static final List<String> UNITS = List.of("mS/cm²", "a.u.", "1", "\"µA*s\"", "kHz");

    private final Random random;
    /** Names of models, precisions and integrators by their axis, as in a file. */
    private final Map<String, List<String>> labels;

    private final Map<String, String> tables = new LinkedHashMap<>();

    RandomAxes(Random random, Map<String, List<String>> labels) {
        this.random = random;
        this.labels = labels;
    }

    /** The contents of the tables that the blocks name, by path. */
    Map<String, String> tables() {
        return tables;
    }

    /** The lines of {@code sweep}; none without axes. */
    String of(List<String> axes) {
        if (axes.isEmpty()) {
            return "";
        }
        if (!axes.contains("zip") && random.nextInt(3) == 0) {
            return "sweep:\n"
                    + axes.stream().map(axis -> "  " + grid(axis) + "\n").collect(Collectors.joining());
        }
        StringBuilder blocks = new StringBuilder("sweep:\n");
        int at = 0;
        while (at < axes.size()) {
            int together = Math.min(axes.size() - at, 1 + random.nextInt(3));
            blocks.append("  - ").append(block(axes.subList(at, at + together))).append('\n');
            at += together;
        }
        return blocks + (random.nextInt(4) == 0 ? "  - replicates: " + size() + "\n" : "");
    }

    private String block(List<String> axes) {
        boolean numeric = axes.stream().noneMatch(labels::containsKey);
        return switch (random.nextInt(numeric ? 5 : 3)) {
            case 0 -> axes.stream().map(this::grid).collect(Collectors.joining(", ", "grid: {", "}"));
            case 1 -> zip(axes);
            case 2 -> table(axes);
            default -> sample(axes);
        };
    }

    private String grid(String axis) {
        if (labels.containsKey(axis)) {
            return axis + ": " + said(axis, "values: " + labels.get(axis));
        }
        String form = switch (random.nextInt(4)) {
            case 0 -> "linspace: [%s, 2, %d]".formatted(RandomFormula.number(random), 2 + size());
            case 1 -> "logspace: [0.1, %s, %d]".formatted(random.nextBoolean() ? "10" : "1/30", 2 + size());
            case 2 -> "range: [1, %d, %s]".formatted(1 + size(), random.nextBoolean() ? "0.75" : "1/3");
            default -> "values: " + numbers(size());
        };
        return axis + ": " + said(axis, form);
    }

    private String zip(List<String> axes) {
        int size = size();
        List<String> zipped = new ArrayList<>();
        for (String axis : axes) {
            String form = labels.containsKey(axis)
                    ? "values: " + labels(axis, size, axes.size() == 1)
                    : size > 1 && random.nextBoolean()
                            ? "linspace: [0.5, 1.5, %d]".formatted(size)
                            : "values: " + numbers(size);
            zipped.add(axis + ": " + said(axis, form));
        }
        return "zip: {" + String.join(", ", zipped) + "}";
    }

    private String table(List<String> axes) {
        int size = size();
        String path = "points" + tables.size() + ".jsonl";
        StringBuilder rows = new StringBuilder();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String axis : axes) {
            values.put(
                    axis,
                    labels.containsKey(axis)
                            ? labels(axis, size, axes.size() == 1).stream()
                                    .map(label -> "\"" + label + "\"")
                                    .toList()
                            : IntStream.range(0, size)
                                    .mapToObj(i -> Double.toString(random.nextInt(1_000) / 300.0))
                                    .toList());
        }
        for (int row = 0; row < values.get(axes.get(0)).size(); row++) {
            int at = row;
            rows.append(axes.stream()
                    .map(axis -> "\"" + axis + "\": " + values.get(axis).get(at))
                    .collect(Collectors.joining(", ", "{", "}\n")));
        }
        tables.put(path, rows.toString());
        String columns = axes.stream()
                .map(axis -> axis + ": {description: " + text() + "}")
                .collect(Collectors.joining(", ", "{", "}"));
        return "table: {path: " + path + (random.nextBoolean() ? ", columns: " + columns : "") + "}";
    }

    private String sample(List<String> axes) {
        String method = List.of("uniform", "log-uniform", "normal", "lhs", "sobol", "halton", "saltelli", "morris")
                .get(random.nextInt(8));
        boolean sequence = method.equals("sobol") || method.equals("halton");
        int skip = sequence ? random.nextInt(3) : 0;
        boolean normal = (!sequence || skip > 0) && !method.equals("morris");
        String own = switch (method) {
            case "saltelli" -> random.nextBoolean() ? ", second_order: " + random.nextBoolean() : "";
            case "morris" -> random.nextBoolean() ? ", levels: " + 2 * (1 + random.nextInt(5)) : "";
            default -> "";
        };
        List<String> within = new ArrayList<>();
        for (String axis : axes) {
            String form = switch (random.nextInt(normal ? 4 : 3)) {
                case 0 -> "[0.5, 1/0.3]";
                case 1 -> said(axis, "uniform: [0.1, 1]");
                case 2 -> said(axis, "log-uniform: [1e-3, 2]");
                default -> said(axis, "normal: [1, 0.25]");
            };
            within.add(axis + ": " + form);
        }
        return "sample: {method: %s, count: %d%s%s%s, within: {%s}}"
                .formatted(
                        method,
                        size(),
                        random.nextBoolean() ? ", seed: " + random.nextInt(100) : "",
                        skip > 0 ? ", skip: " + skip : "",
                        own,
                        String.join(", ", within));
    }

    /** An axis of some form, with or without label, unit and description. */
    private String said(String axis, String form) {
        List<String> entries = new ArrayList<>(List.of(form));
        if (random.nextInt(3) == 0) {
            entries.add("label: " + text());
        }
        boolean free = axis.length() == 2 && axis.endsWith("0");
        if (free && random.nextBoolean()) {
            entries.add("unit: " + UNITS.get(random.nextInt(UNITS.size())));
        }
        if (random.nextInt(3) == 0) {
            entries.add("description: " + text());
        }
        boolean bare = entries.size() == 1 && form.startsWith("values: ");
        return bare ? form.substring("values: ".length()) : "{" + String.join(", ", entries) + "}";
    }

    private List<String> numbers(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> RandomFormula.number(random))
                .toList();
    }

    /** Names that may repeat; in a block of one axis each occurs once. */
    private List<String> labels(String axis, int size, boolean alone) {
        List<String> all = labels.get(axis);
        return alone
                ? all
                : IntStream.range(0, size)
                        .mapToObj(i -> all.get(random.nextInt(all.size())))
                        .toList();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private int size() {
        return 1 + random.nextInt(3);
    }
}
