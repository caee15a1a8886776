package io.github.spikesweep.sweep.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The {@code sweep} of a random valid file: a mapping of axes, or blocks of every kind. */
final class DrawnAxes {
    static final List<String> TEXTS =
            List.of("free text", "'quoted: text'", "3", "-1.5", "true", "yes", "2026-01-01", "''", "1:30", "µ → ∞");

    private static final List<String> NUMBERS = List.of(
            "3",
            "0.25",
            "1.5e-2",
            "1e-3",
            "'0.5'",
            "1/3",
            "(1 + 2) * 4",
            "sqrt(2)",
            "+4",
            ".5",
            "5.",
            "'max(1, 2)'",
            "-3",
            "0",
            "-1.5e1",
            "'-54.387'",
            "-(1/2)");
    private static final List<String> LOW = List.of("1", "1e-3", "1/4", "'0.5'");
    private static final List<String> HIGH = List.of("2", "5.5", "1e1", "10/3", "'4'");
    private static final List<String> COUNTS = List.of("2", "3", "5.0", "'4'", "2 * 2", "1e1");
    private static final List<String> SEEDS = List.of("0", "1", "42.0", "2^10", "'3'", "9007199254740992");
    /** Axes whose every value is checked. */
    private static final Map<String, List<String>> CHECKED = Map.of(
            "step", List.of("0.1", "0.05", "1/10", "1e-1", "'0.1'"),
            "tolerance", List.of("1e-6", "0.1", "1e-9", "'1e-4'", "1/1000"));

    private final Random random;
    /** Names that no numeric axis has yet; {@code p} and {@code q} are not names of a model. */
    private final List<String> unused;
    /** The axes of names that do not exist yet. */
    private final Map<String, List<String>> names;

    private final List<String> numeric = new ArrayList<>();
    private boolean replicated;

    /**
     * @param known what numeric axes may set
     * @param names the required axes of names
     */
    DrawnAxes(Random random, List<String> known, Map<String, List<String>> names) {
        this.random = random;
        this.unused = new ArrayList<>(known);
        unused.addAll(List.of("p", "q"));
        Collections.shuffle(unused, random);
        this.names = new LinkedHashMap<>(names);
    }

    /** The value of the key; empty to leave it out. */
    String draw() {
        int blocks = random.nextInt(4);
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append(grid(blocks, "\n  "));
            return text.isEmpty() && random.nextBoolean() ? " {}" : text.toString();
        }
        while (blocks-- > 0) {
            text.append("\n  - ").append(block());
        }
        return names.isEmpty() ? text.toString() : text + "\n  - grid:" + grid(0, "\n      ");
    }

    /** Whether an axis of that name was drawn. */
    boolean has(String axis) {
        return numeric.contains(axis);
    }

    /** The numeric axes that were drawn. */
    List<String> numeric() {
        return List.copyOf(numeric);
    }

    private String block() {
        return switch (random.nextInt(5)) {
            case 0 -> zip();
            case 1 -> sample();
            case 2 -> unused.containsAll(List.of("p", "q")) ? table() : zip();
            case 3 -> replicated ? sample() : replicates();
            default -> "grid:" + grid(1 + random.nextInt(2), "\n      ");
        };
    }

    private String replicates() {
        replicated = true;
        return "replicates: " + pick(COUNTS);
    }

    private String grid(int axes, String indent) {
        StringBuilder text = new StringBuilder();
        names.forEach(
                (axis, labels) -> text.append(indent).append(axis).append(": ").append(labels(labels)));
        names.clear();
        for (int i = 0; i < axes; i++) {
            String axis = take();
            text.append(indent).append(axis).append(": ").append(numbers(axis));
        }
        return text.toString();
    }

    private String zip() {
        int size = 4 + random.nextInt(2);
        StringBuilder text = new StringBuilder("zip:");
        names.forEach((axis, labels) -> {
            List<String> along = new ArrayList<>(labels);
            while (along.size() < size) {
                along.add(pick(labels));
            }
            text.append("\n      ").append(axis).append(": ").append(labels(along));
        });
        names.clear();
        for (int i = 0; i < 2; i++) {
            String axis = take();
            String values = "[" + picks(CHECKED.getOrDefault(axis, NUMBERS), size) + "]";
            text.append("\n      ").append(axis).append(": ");
            text.append(random.nextBoolean() ? values : "{values: " + values + said(axis) + "}");
        }
        return text.toString();
    }

    private String sample() {
        String method =
                pick(List.of("uniform", "log-uniform", "normal", "lhs", "sobol", "halton", "saltelli", "morris"));
        boolean sequence = method.equals("sobol") || method.equals("halton");
        int skip = sequence ? random.nextInt(3) : 0;
        StringBuilder text = new StringBuilder("sample:\n      method: " + method + "\n      count: " + pick(COUNTS));
        text.append(random.nextBoolean() ? "\n      seed: " + pick(SEEDS) : "");
        text.append(skip > 0 ? "\n      skip: " + skip : "");
        if (method.equals("saltelli") && random.nextBoolean()) {
            text.append("\n      second_order: ").append(pick(List.of("true", "false")));
        }
        if (method.equals("morris") && random.nextBoolean()) {
            text.append("\n      levels: ").append(pick(List.of("2", "'6'", "2 * 4")));
        }
        text.append("\n      within:");
        unused.removeAll(CHECKED.keySet());
        for (int i = 0; i < 2; i++) {
            String axis = take();
            text.append("\n        ").append(axis).append(": ");
            text.append(distribution(axis, (!sequence || skip > 0) && !method.equals("morris")));
        }
        return text.toString();
    }

    private String distribution(String axis, boolean normal) {
        String interval = "[" + pick(LOW) + ", " + pick(List.of("11", "1e2", "'12'")) + "]";
        List<String> forms = new ArrayList<>(List.of("{uniform: ", "{log-uniform: "));
        if (normal) {
            forms.add("{normal: ");
        }
        return random.nextBoolean() ? interval : pick(forms) + interval + said(axis) + "}";
    }

    private String table() {
        String table = pick(List.of(
                "{path: tables/pairs.csv}",
                "{path: pairs.jsonl}",
                "{path: tables/pairs.csv, columns: [q, p]}",
                "{path: 'tables/pairs.csv', columns: {p: {unit: nA, label: x}, q: }}",
                "{columns: {q: {}, p: {description: 3}}, path: pairs.jsonl}"));
        unused.removeAll(List.of("p", "q"));
        numeric.addAll(List.of("p", "q"));
        if (names.remove("model") != null) {
            return "table: {path: neurons.csv, columns: [model, p, q]}";
        }
        return "table: " + table;
    }

    private String numbers(String axis) {
        List<String> values = CHECKED.getOrDefault(axis, NUMBERS);
        String list = "[" + picks(values, 1 + random.nextInt(4)) + "]";
        return switch (random.nextInt(CHECKED.containsKey(axis) ? 2 : 5)) {
            case 0 -> list;
            case 1 -> "{values: " + list + said(axis) + "}";
            case 2 ->
                "{linspace: [" + pick(NUMBERS) + ", " + pick(NUMBERS) + ", " + pick(COUNTS) + "]" + said(axis) + "}";
            case 3 -> "{logspace: [" + pick(LOW) + ", " + pick(HIGH) + ", " + pick(COUNTS) + "]" + said(axis) + "}";
            default -> "{range: [" + pick(LOW) + ", " + pick(HIGH) + ", 1/2]" + said(axis) + "}";
        };
    }

    private String labels(List<String> labels) {
        List<String> shuffled = new ArrayList<>(labels);
        Collections.shuffle(shuffled, random);
        String list = "[" + String.join(", ", shuffled) + "]";
        return random.nextBoolean() ? list : "{values: " + list + ", label: " + pick(TEXTS) + "}";
    }

    /** What else an axis may state; a unit only if no model has another. */
    private String said(String axis) {
        String text = random.nextInt(3) == 0 ? ", label: " + pick(TEXTS) : "";
        text += random.nextInt(3) == 0 ? ", description: " + pick(TEXTS) : "";
        boolean unit = (axis.equals("p") || axis.equals("q")) && random.nextBoolean();
        return text + (unit ? ", unit: " + pick(List.of("mS/cm²", "1", "'1'", "true", "nA")) : "");
    }

    private String take() {
        String axis = unused.remove(0);
        numeric.add(axis);
        return axis;
    }

    private String picks(List<String> from, int count) {
        return IntStream.range(0, count).mapToObj(i -> pick(from)).collect(Collectors.joining(", "));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
