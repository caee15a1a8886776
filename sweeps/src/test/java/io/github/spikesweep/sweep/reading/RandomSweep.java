package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.sweep.SweepDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A random sweep file with all elements of the language and a few dozen short rows.
 *
 * @param files the files that it names, by path
 */
public record RandomSweep(String text, Map<String, String> files) {
    private static final long MOST_ROWS = 100;
    private static final String DECAY = "cells/decay.yaml";
    private static final String CIRCUIT = "cells/circuit.yaml";
    private static final String DECAY_TEXT = """
            name: Decay
            variables: {u: {initial: 1, unit: mV}}
            parameters: {rate: {default: 0.5, unit: 1/ms}}
            input: J
            equations: {u: J - rate * u}
            spike: {variable: u, threshold: 2}
            """;

    private static final List<String> MODELS =
            Stream.concat(ModelCatalog.names().stream(), Stream.of(DECAY)).toList();
    /** One of each kind: with a reset, without one, and a map. */
    private static final List<String> FEW_MODELS = List.of("Izhikevich", "HR", "Rulkov");

    /** Accepted sweeps; most random ones are valid. */
    public static Arbitrary<RandomSweep> sweeps() {
        return accepted(random -> new Drawing(random, Variety.ALL));
    }

    /** The same with few different kernels, so that simulating takes longer than compiling. */
    public static Arbitrary<RandomSweep> ofFewKernels() {
        return accepted(random -> new Drawing(random, Variety.FEW_KERNELS));
    }

    private static Arbitrary<RandomSweep> accepted(Function<Random, Drawing> drawings) {
        return Arbitraries.randomValue(random -> {
            while (true) {
                try {
                    RandomSweep sweep = drawings.apply(random).draw();
                    if (sweep.read().space().size() <= MOST_ROWS) {
                        return sweep;
                    }
                } catch (InputException e) {
                    // Another one.
                }
            }
        });
    }

    public SweepDefinition read() {
        return read(text);
    }

    /** Another text beside the same files. */
    public SweepDefinition read(String other) {
        return read(other, files);
    }

    private static SweepDefinition read(String text, Map<String, String> files) {
        return SweepReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), path -> file(path, files), List.of());
    }

    private static byte[] file(String path, Map<String, String> files) throws IOException {
        // The files of a circuit are beside it.
        String content = path.endsWith(DECAY) ? DECAY_TEXT : files.get(path);
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text + files;
    }

    private enum Variety {
        ALL,
        FEW_KERNELS
    }

    /** Draws one. */
    private static final class Drawing {
        private final Random random;
        private final boolean few;
        private final RandomFormula formula;
        private final StringBuilder text = new StringBuilder();
        private String circuitFile = "";
        private final Map<String, List<String>> labels = new LinkedHashMap<>();
        private final List<Model> models = new ArrayList<>();
        /** The names of numeric axes, and those that an expression has to use. */
        private final List<String> numeric = new ArrayList<>();

        private final List<String> free = new ArrayList<>();
        private boolean adaptive;
        private boolean fixed;

        Drawing(Random random, Variety variety) {
            this.random = random;
            this.few = variety == Variety.FEW_KERNELS;
            this.formula = new RandomFormula(random);
        }

        RandomSweep draw() {
            line("name: " + of("x", "-x", "0", "a.b_c-1"));
            line("constants: {k: 1/3, j: -2}");
            if (random.nextBoolean()) {
                line("description: " + of(RandomAxes.TEXTS));
            }
            neurons();
            timing();
            numericAxes();
            List<String> axes = new ArrayList<>(labels.keySet());
            axes.addAll(numeric);
            Collections.shuffle(axes, random);
            RandomAxes blocks = new RandomAxes(random, labels);
            text.append(blocks.of(axes));
            settings();
            measured();
            Map<String, String> files = new LinkedHashMap<>(blocks.tables());
            if (!circuitFile.isEmpty()) {
                files.put(CIRCUIT, circuitFile);
            }
            return new RandomSweep(text.toString(), files);
        }

        private void neurons() {
            if (!few && random.nextInt(3) == 0) {
                circuits();
                return;
            }
            if (!few && random.nextInt(4) == 0) {
                NeuronName neuron = of(NeuronName.everyName());
                line("neuron: " + neuron);
                models.add(ModelCatalog.find(neuron.model()).orElseThrow());
                adaptive = neuron.integrator().isAdaptive();
                fixed = !adaptive;
                return;
            }
            List<String> names = few ? some(FEW_MODELS, 1 + random.nextInt(2)) : some(MODELS, 1 + random.nextInt(3));
            names.forEach(name -> models.add(model(name)));
            choice("model", names);
            List<String> integrators = some(
                    few
                            ? List.of("RK4", "DormandPrince")
                            : List.of("RK4", "Euler", "RK6", random.nextBoolean() ? "RK4" : "DormandPrince"),
                    1 + random.nextInt(2));
            adaptive = integrators.contains("DormandPrince");
            fixed = integrators.size() > 1 || !adaptive;
            if (!models.stream().allMatch(Model::isMap)) {
                choice("integrator", integrators);
            }
            if (random.nextBoolean() && !adaptive) {
                choice("precision", some(List.of("double", "float"), 1 + random.nextInt(2)));
            }
        }

        /** A circuit in the file itself, or in one of its own, by itself or among neurons. */
        private void circuits() {
            String circuit = RandomCircuit.text(
                    random,
                    of(List.of(List.of("HH", DECAY, "HHArea"), List.of("Rulkov"), List.of("Izhikevich", "ML"))));
            models.add(read("name: x\nduration: 8\nstep: 1\ntolerance: 0.1\ncircuit: " + circuit + "\n", Map.of())
                    .models()
                    .get(0));
            fixed = true;
            if (random.nextBoolean()) {
                line("circuit: " + circuit);
                return;
            }
            circuitFile = circuit;
            String other = of("HR", "HH", "Izhikevich");
            boolean several = random.nextInt(3) == 0;
            choice("model", several ? List.of(CIRCUIT, other) : List.of(CIRCUIT));
            if (several) {
                models.add(model(other));
            }
        }

        private void choice(String key, List<String> names) {
            if (names.size() > 1 || random.nextInt(4) == 0) {
                labels.put(key, names);
            } else {
                line(key + ": " + names.get(0));
            }
        }

        private void timing() {
            boolean maps = models.stream().anyMatch(Model::isMap);
            line("duration: " + (maps ? "8" : "0.5 * 2"));
            boolean onlyMaps = models.stream().allMatch(Model::isMap);
            if (onlyMaps ? random.nextBoolean() : fixed) {
                line("step: " + (maps ? "1" : of("0.1", "1/8", "0.05")));
            }
            if (adaptive && !onlyMaps) {
                line("tolerance: " + of("0.1", "1e-3", "k/100"));
            }
            if (random.nextBoolean()) {
                line("transient: " + (maps ? "3" : "0.5"));
            }
        }

        private void numericAxes() {
            List<String> set = new ArrayList<>(List.of("input"));
            models.forEach(model -> set.addAll(model.variableNames()));
            models.stream()
                    .filter(Model::isCircuit)
                    .flatMap(model -> model.cells().stream())
                    .filter(Cell::hasInput)
                    .forEach(cell -> set.add(cell.inputKey()));
            if (!adaptive) {
                models.forEach(model -> set.addAll(few ? List.of("mu", "d") : model.parameterNames()));
            }
            free.addAll(some(List.of("q0", "p0", "inf", "zip", "c1"), random.nextInt(3)));
            numeric.addAll(free);
            some(set.stream().distinct().toList(), random.nextInt(3)).forEach(numeric::add);
        }

        private void settings() {
            List<String> names = new ArrayList<>(numeric);
            names.addAll(List.of("k", "j"));
            String used = free.isEmpty() ? "" : " + 0.1*(" + String.join(" + ", free) + ")";
            List<String> cells = models.get(0).cells().stream()
                    .map(Cell::name)
                    .filter(cell -> models.get(0).isCircuit() && !numeric.contains(Cell.inputKey(cell)))
                    .toList();
            boolean apart = !cells.isEmpty() && free.isEmpty() && random.nextBoolean();
            if (apart && !numeric.contains("input")) {
                line("input: {"
                        + some(cells, 1 + random.nextInt(2)).stream()
                                .map(cell -> cell + ": \"" + formula.of(names) + of("", " * pulse(t, 1, 2)") + "\"")
                                .collect(Collectors.joining(", "))
                        + "}");
            } else if (!numeric.contains("input")) {
                List<String> timed = new ArrayList<>(names);
                timed.add("t");
                line("input: \"" + bounded(formula.of(!few && random.nextInt(4) == 0 ? timed : names)) + used + "\"");
            }
            Model model = models.get(0);
            if (!adaptive) {
                formulas(
                        "parameters",
                        few ? List.of("mu") : model.parameterNames(),
                        names,
                        numeric.contains("input") ? used : "");
            }
            formulas("initial", model.variableNames(), names, "");
            if (!numeric.isEmpty() && random.nextInt(3) == 0) {
                line("where: " + constraint(names));
            }
            if (!adaptive && random.nextInt(3) == 0) {
                line("noise: {kind: ornstein-uhlenbeck, sigma: \"0.1*abs(" + of(names) + ")\", tau: "
                        + of("1", "\"abs(k)\"", "k + 2") + of("", ", seed: 7", ", mean: k") + "}");
            } else if (models.stream().noneMatch(Model::isMap) && random.nextInt(3) == 0) {
                line("audit: {fraction: k" + of("", ", seed: 5") + "}");
            }
        }

        private void formulas(String key, List<String> settable, List<String> names, String used) {
            String entries = some(settable, random.nextInt(3)).stream()
                    .filter(name -> !numeric.contains(name))
                    .map(name -> name + ": \"" + bounded(formula.of(names)) + used + "\"")
                    .collect(Collectors.joining(", "));
            if (!entries.isEmpty()) {
                line(key + ": {" + entries + "}");
            }
        }

        /** With arbitrary numbers, adaptive integrators would take very many steps. */
        private String bounded(String expression) {
            return adaptive ? "max(-2, min(2, " + expression + "))" : expression;
        }

        private String constraint(List<String> names) {
            List<String> all = new ArrayList<>(List.of(
                    of(numeric) + of(" > ", " <= ", " != ") + RandomFormula.number(random),
                    "(" + formula.of(names) + ") < " + of(numeric)));
            labels.forEach((axis, of) -> all.add(axis
                    + of(" == ", " != ")
                    + (axis.equals("model")
                            ? models.get(random.nextInt(models.size())).name()
                            : of.get(0))));
            List<String> chosen = some(all, 1 + random.nextInt(2));
            String both = "(" + String.join(") + (", chosen) + ")";
            return random.nextBoolean()
                    ? "\"" + both + "\""
                    : chosen.stream().map(one -> "\"" + one + "\"").toList().toString();
        }

        private void measured() {
            Model model = models.get(0);
            String variable = of(model.variableNames());
            String column = variable.replace('.', '_');
            String cell = model.isCircuit() ? of(model.cells()).name() + "_" : "";
            boolean ofCircuit = models.stream().anyMatch(Model::isCircuit);
            if (!few && !ofCircuit && random.nextInt(3) == 0) {
                line("spike: {"
                        + of(
                                "variable: " + variable + ", threshold: k",
                                "refractory: k",
                                "threshold: 1, rearm: j",
                                "direction: down")
                        + of("", ", onset_slope: 2") + "}");
            }
            if (random.nextInt(3) == 0) {
                find(model, cell, column);
            }
            if (random.nextInt(3) > 0) {
                List<String> features = some(
                        List.of(
                                cell + "spike_count",
                                cell + "isi_cv",
                                cell + "regime",
                                cell + "burst_period_ms",
                                cell + "steady_state_voltage",
                                cell + "maximum_voltage",
                                cell + "spike_times_ms",
                                "status",
                                column + "_max",
                                column + "_final",
                                "trace_" + column),
                        1 + random.nextInt(4));
                line("outputs: " + features);
                if (features.contains("trace_" + column) && random.nextBoolean()) {
                    line("trace_every: " + of("1", "0.5"));
                }
                if ((features.contains(cell + "regime") || features.contains(cell + "burst_period_ms"))
                        && random.nextBoolean()) {
                    line("regime: " + of("{gap: 3}", "{regularity: k, rest: 1}"));
                }
            }
        }

        /** What is also set elsewhere is refused, and makes another sweep. */
        private void find(Model model, String cell, String column) {
            List<String> names = new ArrayList<>(model.variableNames());
            if (!few) {
                names.add("input");
                names.addAll(adaptive ? List.of() : model.parameterNames());
            }
            String spikes = cell + "spike_count";
            String condition = few
                    ? of(spikes + " >= 1", spikes + " > 1 and not (" + spikes + " > 5)")
                    : of(
                            spikes + " >= 1",
                            column + "_max > k",
                            cell + "isi_cv > 1 or " + column + "_final < j",
                            "not (" + cell + "steady_state_voltage > 0)",
                            numeric.isEmpty() ? column + "_min < 0" : column + "_min < " + of(numeric));
            List<String> two = some(names, 2);
            String inner = two.size() > 1 && random.nextInt(3) == 0
                    ? ", find: {" + two.get(1) + ": " + found(condition, "") + "}"
                    : "";
            line("find: {" + two.get(0) + ": " + found(inner.isEmpty() ? condition : two.get(1) + " > 0", inner) + "}");
        }

        private String found(String condition, String inner) {
            return "{between: [" + of("-1", "0", "-1/3") + ", " + of("1", "2.5") + "], where: " + condition
                    + ", tolerance: " + of("0.2", "1/3", "k", "-j/7") + inner
                    + of("", ", label: \"a, b\"", ", description: mine") + "}";
        }

        private static Model model(String name) {
            return ModelCatalog.find(name)
                    .orElseGet(() -> ModelReader.read(name, DECAY_TEXT.getBytes(StandardCharsets.UTF_8)));
        }

        private void line(String line) {
            text.append(line).append('\n');
        }

        private String of(String... options) {
            return of(List.of(options));
        }

        private <T> T of(List<T> options) {
            return options.get(random.nextInt(options.size()));
        }

        /** This many distinct ones, or all. */
        private <T> List<T> some(List<T> all, int count) {
            List<T> shuffled = new ArrayList<>(all.stream().distinct().toList());
            Collections.shuffle(shuffled, random);
            return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
        }
    }
}
