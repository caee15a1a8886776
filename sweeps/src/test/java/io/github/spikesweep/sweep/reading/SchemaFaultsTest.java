package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that an editor marks, and those that only the reader can find. A bar stands for a new line. */
class SchemaFaultsTest {
    private static final String SHORT = "name: x | neuron: HHDoubleRK4 | duration: 10 | step: 0.1 | ";
    private static final String ADAPTIVE = "name: x | neuron: HHDoubleDormandPrince | duration: 10 | ";
    private static final String MAP = "name: x | neuron: RulkovDoubleMap | duration: 10 | ";
    private static final String MODELLESS = "name: x | duration: 10 | step: 0.1 | ";

    static Stream<String> marked() {
        return Stream.of(
                        on(SHORT, """
                        sweeep: {}
                        model: HH
                        precision: float
                        tolerance: 0.2
                        trace_every: 1
                        outputs: [v_min] | trace_every: 1
                        where: gna > 1
                        audit: {fraction: 1} | noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}
                        description: [a]
                        transient: -1
                        input: {value: 0.1}
                        input: 2 µA
                        input: 1 && 2
                        input:
                        noise: 0.1
                        noise: {kind: white, sigma: 1, tau: 1}
                        noise: {kind: ornstein-uhlenbeck, sigma: 1}
                        noise: {kind: ornstein-uhlenbeck, sigma: -1, tau: 1}
                        noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 0}
                        noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1, seed: 0.5}
                        constants: [1]
                        constants: {2a: 1}
                        constants: {step: 1}
                        constants: {exp: 1}
                        constants: {a: true}
                        constants: {a: {}}
                        constants: {a: {value: [1]}}
                        constants: {a: {value: true}}
                        constants: {a: {unit: cm²}}
                        constants: {a: {value: 1, unit: 3 cm²}}
                        constants: {a: {value: 1, units: cm²}}
                        parameters: {gna: }
                        parameters: {gna: 2 * t}
                        initial: {v: [1]}
                        spike: {}
                        spike: {level: 3}
                        spike: {refractory: -1}
                        spike: {onset_slope: 0}
                        spike: {direction: left}
                        outputs: spike_count
                        outputs: []
                        outputs: [spikecount]
                        outputs: [v_min, v_min]
                        outputs: [id]
                        outputs: [trace_v] | trace_every: 0
                        find:
                        find: {}
                        find: {gna: 3}
                        find: {gna: {where: spike_count > 1, tolerance: 0.1}}
                        find: {gna: {between: [0, 1], tolerance: 0.1}}
                        find: {gna: {between: [0, 1], where: spike_count > 1}}
                        find: {gna: {between: [0], where: spike_count > 1, tolerance: 0.1}}
                        find: {gna: {between: [0, a], where: spike_count > 1, tolerance: 0.1}}
                        find: {gna: {between: [0, 1], where: 1, tolerance: 0.1}}
                        find: {gna: {between: [0, 1], where: spike_count > 1, tolerance: 0}}
                        find: {gna: {between: [0, 1], where: spike_count > 1, tolerance: 0.1, step: 1}}
                        find: {gna: {between: [0, 1], where: gk > 1, tolerance: 0.1, find: {}}}
                        find: {gna: {between: [0, 1], where: gk > 1, tolerance: 0.1, find: {gk: {between: [0, 1], where: spike_count > 1}}}}
                        find: {step: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}}
                        find: {model: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}}
                        find: {find_status: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}}
                        find: {gna: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}, gk: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}}
                        input: 1 | find: {input: {between: [0, 1], where: spike_count > 1, tolerance: 0.1}}
                        audit: {seed: 3}
                        audit: {fraction: 2}
                        audit: {fraction: 0}
                        audit: {fraction: 0.5, seed: 9007199254740994}
                        """),
                        on(SHORT, """
                        sweep: 3
                        sweep:
                        sweep: {step: [0.1]}
                        sweep: {integrator: [RK4]}
                        sweep: {gna: 5}
                        sweep: {gna: []}
                        sweep: {gna: [1, two]}
                        sweep: {gna: [[1]]}
                        sweep: {g-na: [1]}
                        sweep: {t: [1]}
                        sweep: {duration: [1]}
                        sweep: {spike_count: [1]}
                        sweep: {replicate: [1]}
                        sweep: {gna: {linspce: [1, 2, 3]}}
                        sweep: {gna: {unit: mS}}
                        sweep: {gna: {values: [1], range: [1, 2, 1]}}
                        sweep: {gna: {values: [1], unit: 2 mS}}
                        sweep: {gna: {values: [1], label: [g]}}
                        sweep: {gna: {linspace: [1, 2]}}
                        sweep: {gna: {linspace: [1, 2, 2.5]}}
                        sweep: {gna: {linspace: [1, 2, 0]}}
                        sweep: {gna: {linspace: [1, 2, 1e16]}}
                        sweep: {gna: {logspace: [0, 2, 3]}}
                        sweep: {gna: {range: [1, 5, 0]}}
                        sweep: {gna: [1]} | where: []
                        sweep: {gna: [1]} | where: 1
                        sweep: {gna: [1]} | where: gna > 0 && gna < 2
                        refine: {by: spike_count, coarse: 2}
                        sweep: {gna: [1, 2, 3, 4]} | refine: 2
                        sweep: {gna: [1, 2, 3, 4]} | refine: {coarse: 2}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: 1}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: 2.5}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: {}}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: {gna: 1}}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: 2, fill: 1}
                        sweep: {gna: [1, 2, 3, 4]} | refine: {by: spike_count, coarse: 2, full: true}
                        continue: {along: gna, direction: up}
                        sweep: {gna: [1, 2]} | continue: gna
                        sweep: {gna: [1, 2]} | continue: {along: gna}
                        sweep: {gna: [1, 2]} | continue: {direction: up}
                        sweep: {gna: [1, 2]} | continue: {along: gna, direction: left}
                        sweep: {gna: [1, 2]} | continue: {along: g-na, direction: up}
                        sweep: {gna: [1, 2]} | continue: {along: gna, direction: up, from: 1}
                        sweep: {gna: [1, 2]} | continue: {along: gna, direction: up} | refine: {by: spike_count, coarse: 2}
                        sweep: {gna: [1, 2]} | continue: {along: gna, direction: up} | find: {gk: {between: [0, 1], where: spike_count >= 1, tolerance: 0.1}}
                        sweep: {continue: [1]}
                        """),
                        on(SHORT, """
                        sweep: []
                        sweep: [1]
                        sweep: {grid: {gna: [1]}}
                        sweep: [{gna: [1]}]
                        sweep: [{}]
                        sweep: [{grid: {gna: [1]}, zip: {gk: [1]}}]
                        sweep: [{grid: {}}]
                        sweep: [{zip: [1]}]
                        sweep: [{replicates: 0}]
                        sweep: [{replicates: 2.5}]
                        sweep: [{sample: {method: lhs, count: 3}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {}}}]
                        sweep: [{sample: {method: latin, count: 3, within: {gna: [1, 2]}}}]
                        sweep: [{sample: {method: lhs, count: 0, within: {gna: [1, 2]}}}]
                        sweep: [{sample: {method: lhs, count: 3, skip: 1, within: {gna: [1, 2]}}}]
                        sweep: [{sample: {method: lhs, count: 3, seed: -1, within: {gna: [1, 2]}}}]
                        sweep: [{sample: {method: sobol, count: 2147483648, within: {gna: [1, 2]}}}]
                        sweep: [{sample: {method: sobol, count: 3, within: {gna: {normal: [1, 2]}}}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {gna: [1, 2, 3]}}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {gna: {between: [1, 2]}}}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {gna: {unit: mS}}}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {gna: {uniform: [1, 2], normal: [1, 2]}}}}]
                        sweep: [{sample: {method: normal, count: 3, within: {gna: [1, 0]}}}]
                        sweep: [{sample: {method: log-uniform, count: 3, within: {gna: [0, 1]}}}]
                        sweep: [{table: tables/pairs.csv}]
                        sweep: [{table: {columns: [p]}}]
                        sweep: [{table: {path: pairs.xls}}]
                        sweep: [{table: {path: ../pairs.csv}}]
                        sweep: [{table: {path: tables/pairs.csv, columns: []}}]
                        sweep: [{table: {path: tables/pairs.csv, columns: [p, p]}}]
                        sweep: [{table: {path: tables/pairs.csv, columns: {p: nA}}}]
                        sweep: [{table: {path: tables/pairs.csv, columns: {p: {units: nA}}}}]
                        """),
                        on(MODELLESS, """
                        model: HX
                        model: ../cells/mine.yaml
                        model: HH | precision: single
                        model: HH | integrator: RK5
                        model: Rulkov | integrator: RK4
                        model: HH | integrator: DormandPrince | precision: float | tolerance: 0.1
                        neuron: HHdoubleRK4
                        neuron: HHFloatDormandPrince
                        neuron: HHDoubleMap
                        sweep: {gna: [1]}
                        sweep: {model: [HH, HH]}
                        sweep: {model: HH}
                        sweep: {model: {linspace: [1, 2, 3]}}
                        sweep: {model: {values: [HH], unit: mV}}
                        sweep: [{sample: {method: lhs, count: 2, within: {model: [1, 2]}}}]
                        sweep: [{replicates: 2}, {grid: {precision: [float]}}]
                        """),
                        on(MODELLESS, """
                        circuit: HH
                        circuit: []
                        circuit: {}
                        circuit: {synapses: {}}
                        circuit: {cells: {}}
                        circuit: {cells: [HH]}
                        circuit: {cells: {a: HX}}
                        circuit: {cells: {a: }}
                        circuit: {cells: {a: {}}}
                        circuit: {cells: {2a: HH}}
                        circuit: {cells: {a.b: HH}}
                        circuit: {cells: {all: HH}}
                        circuit: {cells: {a: ../x.yaml}}
                        circuit: {cells: {a: {model: HH, modal: 1}}}
                        circuit: {cells: {a: {model: HH, count: 0}}}
                        circuit: {cells: {a: {model: HH, count: 65}}}
                        circuit: {cells: {a: {model: HH, count: 1.5}}}
                        circuit: {cells: {a: {model: HH, parameters: {gna: high}}}}
                        circuit: {cells: {a: {model: HH, parameters: [1]}}}
                        circuit: {cells: {a: {model: HH, spike: {direction: down}}}}
                        circuit: {cells: {a: {model: HH, spike: {variable: m, threshold: 0}}}}
                        circuit: {cells: {a: {model: HH, spike: {refractory: -1}}}}
                        circuit: {cells: {a: HH}, cell: {}}
                        circuit: {cells: {a: HH}, name: a b}
                        circuit: {cells: {a: HH, b: HH}, synapses: [Alpha]}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: Alpha}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {between: [a, b]}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: alpha, between: [a, b]}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, from: a}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, to: a}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, from: a, to: b, ring: all}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, between: [a, b], to: b}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, ring: []}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, ring: {a: b}}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, ring: all, delay: 1}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {exp: {type: Alpha, ring: all}}}
                        circuit: {cells: {a: HH}} | model: HH
                        circuit: {cells: {a: HH}} | neuron: HHDoubleRK4
                        circuit: {cells: {a: HH}} | spike: {threshold: 0}
                        circuit: {cells: {a: HH}} | sweep: {model: [HH]}
                        circuit: {cells: {a: HH}} | sweep: {circuit: [1]}
                        circuit: {cells: {a: HH}} | input: {a b: 1}
                        circuit: {cells: {a: HH}} | input: {a: }
                        circuit: {cells: {a: HH}} | input: [1]
                        circuit: {cells: {a: HH}} | parameters: {a-gna: 1}
                        circuit: {cells: {a: HH}} | sweep: {a..gna: [1]}
                        circuit: {cells: {a: HH}} | sweep: {a.b.c.d: [1]}
                        circuit: {cells: {a: HH}} | outputs: [a_spikecount]
                        circuit: {cells: {a: Rulkov}} | integrator: RK4
                        model: HH | input: {a: 1}
                        """),
                        on("name: x | duration: 10 | ", """
                        circuit: {cells: {a: HH}}
                        circuit: {cells: {a: HH}} | tolerance: 0.1
                        circuit: {cells: {a: HH}} | integrator: DormandPrince | step: 0.1
                        """),
                        on(ADAPTIVE, """
                        transient: 1
                        tolerance: 0.2
                        tolerance: 1e-14
                        step: -0.1 | tolerance: 0.1
                        tolerance: 0.1 | noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}
                        """),
                        on(MAP, """
                        step: 2
                        transient: 0.5
                        audit: {fraction: 1}
                        """),
                        on("", """
                        duration: 10
                        name: x | neuron: HHDoubleRK4 | step: 0.1
                        name: | neuron: HHDoubleRK4 | duration: 10 | step: 0.1
                        name: a/b | neuron: HHDoubleRK4 | duration: 10 | step: 0.1
                        name: [x] | neuron: HHDoubleRK4 | duration: 10 | step: 0.1
                        name: x | neuron: HHDoubleRK4 | duration: | step: 0.1
                        name: x | neuron: HHDoubleRK4 | duration: 0 | step: 0.1
                        name: x | neuron: HHDoubleRK4 | duration: 10 | step: -0.1
                        name: x | neuron: HHDoubleRK4 | duration: 10
                        name: x | neuron: HHDoubleRK4 | duration: 10 | sweep: {gna: [1]}
                        name: x | neuron: HHDoubleRK4 | duration: 10 | sweep: {step: [0.1, 0]}
                        name: x | model: HH | duration: 10
                        name: x | model: HH | integrator: RK6 | duration: 10 | sweep: [{zip: {gna: [1], gk: [1]}}]
                        """))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("marked")
    void isMarkedAndRefused(String file) {
        assertFalse(SweepSchema.SHIPPED.faults(text(file)).isEmpty());
        assertThrows(InputException.class, () -> NearbyFiles.sweep(text(file)));
    }

    /** Mistakes that depend on two parts of the file, on other files, or on the values of expressions. */
    static Stream<String> unmarked() {
        return Stream.of(on(SHORT, """
                        parameters: {gNa: 1}
                        initial: {V: 1}
                        spike: {variable: x, threshold: 1}
                        spike: {variable: m}
                        spike: {threshold: 0, rearm: 1}
                        outputs: [x_min]
                        constants: {gna: 1}
                        constants: {a: b, b: 1}
                        constants: {a: {value: 1, unit: cm²}} | parameters: {gna: a}
                        sweep: {gNa: [1]}
                        sweep: {gna: [1], GNA: [2]}
                        sweep: {a: [1]} | constants: {a: 1}
                        sweep: {gna: [1]} | parameters: {gna: 2}
                        sweep: {p_min: [1]} | input: p_min | outputs: [p_min]
                        sweep: {gna: {values: [1], unit: nS}}
                        sweep: [{grid: {gna: [1]}}, {grid: {gna: [2]}}]
                        sweep: [{grid: {step: [0.1]}}]
                        sweep: {gna: [1]} | where: gk > 1
                        transient: 10
                        sweep: {gna: {linspace: [1, 2, 1]}}
                        sweep: {gna: {range: [5, 1, 1]}}
                        sweep: {gna: {linspace: [0, 1, 1e15]}, gk: {linspace: [0, 1, 1e15]}}
                        sweep: [{zip: {gna: [1, 2], gk: [1]}}]
                        sweep: [{sample: {method: lhs, count: 3, within: {gna: [2, 1]}}}]
                        sweep: [{sample: {method: sobol, count: 3, skip: 2147483645, within: {gna: [1, 2]}}}]
                        sweep: {gna: [1]} | where: gna > 1
                        outputs: [trace_v] | trace_every: 11
                        parameters: {gna: 1 +}
                        parameters: {gna: log(0)}
                        input: 2x
                        sweep: {gna: [1, .nan]}
                        sweep: {gna: [1, 1/0]}
                        sweep: {gna: {linspace: [1, 2, 5/2]}}
                        sweep: {gna: [0x1F]}
                        sweep: [{table: {path: none.csv}}]
                        sweep: [{table: {path: tables/pairs.csv, columns: [r]}}]
                        """), on(MODELLESS, """
                        model: none.yaml
                        model: HH | sweep: [{grid: {model: [HR]}}]
                        sweep: {model: [HH, HR]} | where: model == ML
                        sweep: [{zip: {model: [HH, HH]}}]
                        model: HH | parameters: {a.gna: 1}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, between: [a, c]}}}
                        circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: Alpha, between: [a]}}}
                        circuit: {cells: {a: HH}} | input: {b: 1}
                        circuit: {cells: {a: HH}} | parameters: {gna: 1}
                        circuit: {cells: {a: HH}} | sweep: {a.gNa: [1]}
                        circuit: {cells: {a: {model: HH, count: 40}, b: {model: HH, count: 40}}}
                        """), on("", """
                        name: x | neuron: HHDoubleRK4 | duration: 100 | step: 0.3
                        name: x | neuron: HHDoubleRK4 | duration: 0 * 10 | step: 0.1
                        """)).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("unmarked")
    void isRefusedByTheReaderAlone(String file) {
        assertEquals(List.of(), SweepSchema.SHIPPED.faults(text(file)));
        assertThrows(InputException.class, () -> NearbyFiles.sweep(text(file)));
    }

    @Test
    void tablesAreLong() {
        assertTrue(marked().count() > 100 && unmarked().count() > 35);
        assertEquals(marked().count(), marked().distinct().count());
    }

    private static List<String> on(String base, String faults) {
        return faults.lines().map(fault -> base + fault).toList();
    }

    private static String text(String file) {
        return file.replace(" | ", "\n") + "\n";
    }
}
