package io.github.spikesweep.sweep.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random valid sweep file, over all keys and blocks and all ways to write a number. */
final class DrawnSweep {
    private static final List<String> SEEDS = List.of("0", "1", "42.0", "2^10", "'3'", "9007199254740992");
    private static final List<String> FEATURES = List.of(
            "spike_count",
            "isi_cv",
            "'burst_number'",
            "regime",
            "mean_AP_amplitude",
            "spike_times_ms",
            "status",
            "diverged_at_ms");
    private static final List<String> FEATURES_OF_CELLS = List.of(
            "a_spike_count",
            "b_isi_cv",
            "'a_burst_number'",
            "b_regime",
            "a_duty_cycle",
            "a_spike_times_ms",
            "a_b_correlation",
            "b_a_phase",
            "status");
    /** Circuits of the cells {@code a} and {@code b} and the synapse {@code gap}, among others. */
    private static final List<String> CIRCUITS = List.of(
            " {cells: {a: HH, b: {model: 'HH'}}, synapses: {gap: {type: Electrical, between: [a, b]}}}",
            """

              cells:
                a: {model: HH, initial: {v: -75}}
                b: {model: HH, parameters: {gna: 0.9, vna: '1/3'}}
              synapses:
                gap: {type: Exponential, from: a, to: [b], initial: {s: 1}}
                ba: {type: STDP, from: b, to: all, parameters: {tau_plus: 1e1}}""".indent(2).stripTrailing(),
            """

              name: yes
              title: 3
              source: 2001-01-01
              cells: {a: HH, b: HH, c: {model: HH, count: '3', spike: {threshold: 0, refractory: 1/2}}}
              synapses: {gap: {type: 'Gradual', ring: all}, alpha: {type: Alpha, ring: [c1, c, b]}}""".indent(2).stripTrailing(),
            """

              cells: {b: HH, a: {model: HH, spike: {}, parameters: {}}, own: {model: cells/mine.yaml, count: 1.0}}
              synapses:
                gap: {type: Golowasch, from: [a, b], to: b, parameters: {g_fast: .5, v_fast: -50}}
                further: {type: cells/leak.yaml, between: [a, b]}""".indent(2).stripTrailing());

    private final Random random;
    private final Kind kind;
    private final DrawnAxes axes;
    /** The values of the keys, as written after the colon. */
    private final Map<String, String> keys = new LinkedHashMap<>();

    private DrawnSweep(Random random) {
        this.random = random;
        this.kind = pick(List.of(Kind.values()));
        this.axes = new DrawnAxes(random, known(), names());
    }

    /** The neuron, which determines the rest. */
    private enum Kind {
        NEURON,
        PARTS,
        ADAPTIVE,
        MAP,
        SEVERAL,
        OWN,
        CIRCUIT,
        CIRCUIT_FILE
    }

    static String text(Random random) {
        return new DrawnSweep(random).draw();
    }

    private String draw() {
        String sweep = axes.draw();
        keys.put("name", pick(List.of(" x", " 'a.b'", " 2026", " 1.5", " true", " -_.9")));
        maybe("description", " " + pick(DrawnAxes.TEXTS));
        neuron();
        timing();
        expressions();
        if (!sweep.isEmpty()) {
            keys.put("sweep", sweep);
        }
        if (!axes.numeric().isEmpty()) {
            String axis = pick(axes.numeric());
            maybe(
                    "where",
                    pick(List.of(" AXIS < 1e9", "\n  - AXIS == AXIS\n  - '2 * AXIS < 1e9'"))
                            .replace("AXIS", axis));
        }
        if (!isCircuit()) {
            maybe(
                    "spike",
                    pick(List.of(
                            " {threshold: 2, rearm: -20}", " {refractory: 1/2}", " {onset_slope: '0.5', rearm: -9}")));
        }
        outputs();
        List<String> lines = new ArrayList<>();
        keys.forEach((key, value) -> lines.add(key + ":" + value));
        Collections.shuffle(lines, random);
        return String.join("\n", lines) + "\n";
    }

    private List<String> known() {
        return switch (kind) {
            case NEURON, PARTS -> List.of("gna", "gk", "gl", "cm", "vk", "vl", "m", "h", "n", "input", "step");
            case ADAPTIVE -> List.of("gna", "gk", "gl", "cm", "vk", "vl", "m", "h", "n", "input", "tolerance");
            case MAP -> List.of("alpha", "mu", "betae", "sigmae", "y", "input");
            case SEVERAL -> List.of("gna", "gk", "gl", "e", "S", "xr", "a", "u", "input");
            case OWN -> List.of("gna", "a", "b", "c", "d", "input", "step");
            case CIRCUIT, CIRCUIT_FILE -> List.of("a.gna", "b.gk", "a.cm", "a.v", "b.m", "a.input", "input", "step");
        };
    }

    private Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        if (kind == Kind.SEVERAL) {
            names.put("model", List.of("HH", "'HR'", "cells/mine.yaml"));
        }
        if (kind == Kind.PARTS && random.nextBoolean()) {
            names.put("integrator", List.of("Euler", "RK4", "RK6", "'Butcher6'"));
        }
        if (kind == Kind.PARTS && random.nextBoolean()) {
            names.put("precision", List.of("double", "float"));
        }
        return names;
    }

    /** A parameter that no axis sets. */
    private String parameter() {
        return switch (kind) {
            case NEURON, PARTS, ADAPTIVE, SEVERAL -> "vna";
            case MAP -> "sigma";
            case OWN -> "rate";
            case CIRCUIT, CIRCUIT_FILE -> "b.vna";
        };
    }

    /** A variable that no axis sets. */
    private String variable() {
        return switch (kind) {
            case NEURON, PARTS, ADAPTIVE, SEVERAL -> "v";
            case MAP -> "x";
            case OWN -> "u";
            case CIRCUIT, CIRCUIT_FILE -> "b.v";
        };
    }

    private void neuron() {
        switch (kind) {
            case NEURON -> keys.put("neuron", pick(List.of(" HHDoubleRK4", " HHFloatEuler", " 'HHDoubleButcher6'")));
            case ADAPTIVE -> {
                keys.put("model", " HH");
                keys.put("integrator", " DormandPrince");
                maybe("precision", " double");
            }
            case MAP -> keys.put("neuron", pick(List.of(" RulkovDoubleMap", " RulkovFloatMap")));
            case PARTS -> keys.put("model", " HH");
            case OWN -> keys.put("model", " cells/mine.yaml");
            case CIRCUIT -> {
                keys.put("circuit", pick(CIRCUITS));
                maybe("integrator", pick(List.of(" RK4", " 'Euler'")));
                maybe("precision", " float");
            }
            case CIRCUIT_FILE -> keys.put("model", pick(List.of(" cells/pair.yaml", " 'cells/pair.yaml'")));
            case SEVERAL -> maybe("integrator", pick(List.of(" RK4", " 'RK6'")));
        }
    }

    private void timing() {
        keys.put("duration", pick(List.of(" 10", " 1e1", " '10'", " 5 * 2", " 10.0")));
        maybe("transient", pick(List.of(" 0", " 2", " '2'", " 4/2", " 2.0")));
        if (kind == Kind.MAP) {
            maybe("step", pick(List.of(" 1", " 1.0", " '1'", " 2 - 1")));
        } else if (kind == Kind.ADAPTIVE && !axes.has("tolerance")) {
            keys.put("tolerance", pick(List.of(" 1e-6", " 0.1", " 1e-9", " '1e-4'", " 1/1000")));
        } else if (kind != Kind.ADAPTIVE && !axes.has("step")) {
            keys.put("step", pick(List.of(" 0.1", " 0.05", " 1/10", " 1e-1", " '0.1'", " .1")));
        }
        boolean audited = kind != Kind.MAP && random.nextInt(4) == 0;
        if (audited) {
            String fraction = pick(List.of("1", "0.25", "1/3", "1e-3", "'0.5'"));
            keys.put("audit", " {fraction: " + fraction + pick(List.of("", ", seed: " + pick(SEEDS))) + "}");
        } else if (kind != Kind.ADAPTIVE) {
            String further =
                    pick(List.of("", "\n  mean: -0.1", "\n  seed: " + pick(SEEDS), "\n  mean: 1/2\n  seed: 3"));
            maybe("noise", "\n  kind: ornstein-uhlenbeck\n  sigma: " + expression() + "\n  tau: 2 - 1" + further);
        }
    }

    /** An axis that sets nothing of a model must be used. */
    private void expressions() {
        maybe(
                "constants",
                pick(List.of(
                        " {}",
                        "\n  area: 7.854e-3\n  twice: 2 * area\n  yes: '1'",
                        "\n  area: {value: 7.854e-3, unit: '1', description: x}\n  twice: {value: 2 * area}")));
        String values = expression()
                + axes.numeric().stream()
                        .filter(axis -> axis.equals("p") || axis.equals("q"))
                        .map(axis -> " + 0.1 * " + axis)
                        .reduce("", String::concat);
        keys.put("parameters", "\n  " + parameter() + ": " + pick(List.of(values, "'" + values + "'")));
        maybe("initial", "\n  " + variable() + ": -1e0 * " + expression());
        if (isCircuit() && !axes.has("input") && random.nextBoolean()) {
            keys.put("input", pick(List.of(" {}", " {b: 0.1}", "\n  b: 0.2 * pulse(t, 1, 0.5)")));
        } else if (!axes.has("input")) {
            maybe("input", pick(List.of(" 0.1", " '1/3'", " 0.2 * pulse(t, 1, 0.5)", " -1e-2", " where(t > 2, 1, 0)")));
        }
    }

    private String expression() {
        String number = pick(List.of("0.1", "(1/3)", "1e-3", "max(0.1, 2)", ".5", "exp(-1)"));
        return keys.getOrDefault("constants", "").contains("area") ? number + " * twice" : number;
    }

    private boolean isCircuit() {
        return kind == Kind.CIRCUIT || kind == Kind.CIRCUIT_FILE;
    }

    private void outputs() {
        List<String> features = new ArrayList<>(isCircuit() ? FEATURES_OF_CELLS : FEATURES);
        String column = variable().replace('.', '_');
        features.addAll(List.of(column + "_max", column + "_final", "trace_" + column));
        Collections.shuffle(features, random);
        List<String> chosen = features.subList(0, 1 + random.nextInt(features.size()));
        maybe("outputs", " [" + String.join(", ", chosen) + "]");
        if (keys.getOrDefault("outputs", "").contains("trace_")) {
            maybe("trace_every", pick(List.of(" 1", " '2'", " 1e0", " 4/2")));
        }
        if (keys.getOrDefault("outputs", "").contains("regime")
                || keys.getOrDefault("outputs", "").contains("duty_cycle")) {
            maybe("regime", pick(List.of(" {gap: 3/2}", " {regularity: '0.1', rest: 1}", " {rest: 4}", " {}")));
        }
    }

    private void maybe(String key, String value) {
        if (random.nextInt(3) > 0) {
            keys.put(key, value);
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
