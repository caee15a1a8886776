package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.simulation.single.Neuron;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that start from the end states of their neighbours. */
class ChainRowsTest {
    /** Around the currents at which the membrane rests or fires by what it did before. */
    private static final String MEMBRANE = """
            name: x
            duration: 40
            transient: 10
            step: 0.02
            model: HHArea
            sweep: {gk: [36, 37, 30], input: {range: [5, 11, 0.75]}}
            continue: {along: input, direction: both}
            outputs: [spike_count, first_spike_ms, v_min, v_max, v_final, m_final, h_final, n_final]
            """;

    private static final int LENGTH = 9;
    private static final int ROWS = 2 * 3 * LENGTH;

    /** What a chain is, in the API for one neuron: the state is left as it is when the current changes. */
    @Test
    void isOneNeuronWhoseCurrentChanges() {
        SweepDefinition definition = Sweeps.read(MEMBRANE);
        List<Map<String, Object>> rows = rows(definition);
        assertEquals(ROWS, rows.size());
        for (Map<String, Object> first : rows) {
            boolean up = first.get("direction").equals("up");
            if (!first.get("input").equals(up ? 5.0 : 11.0)) {
                continue;
            }
            Neuron neuron = Neuron.create("HHAreaDoubleRK4");
            neuron.setParameter("gk", (double) first.get("gk"));
            List<Map<String, Object>> chain = chain(rows, first);
            for (Map<String, Object> row : up ? chain : reversed(chain)) {
                for (int step = 0; step < 2000; step++) {
                    neuron.addSynapticInput((double) row.get("input"));
                    neuron.step(0.02);
                }
                for (String variable : List.of("v", "m", "h", "n")) {
                    assertEquals(neuron.get(variable), row.get(variable + "_final"), row.toString());
                }
            }
        }
        // The history matters: rows of one point differ by direction.
        assertNotEquals(
                rows.get(4).get("v_final"), rows.get(4 + ROWS / 2).get("v_final"), "row 4 has nothing of its past");
    }

    private static List<Map<String, Object>> chain(List<Map<String, Object>> rows, Map<String, Object> of) {
        return rows.stream()
                .filter(row -> row.get("direction").equals(of.get("direction"))
                        && row.get("gk").equals(of.get("gk")))
                .toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Every row is that of a plain sweep whose {@code initial} is where the row before has ended: with each kind of integrator, reset, map and precision. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neuron: HHAreaFloatRK4, step: 0.02 | input | 6, 7.5, 9 | v m h n",
                "neuron: HHAreaDoubleDormandPrince, tolerance: 1e-6 | gna | 100, 110, 125 | v m h n",
                "neuron: HHAreaDoubleRodas5P, tolerance: 1e-5 | gna | 125, 110, 100 | v m h n",
                "neuron: IzhikevichDoubleRK4, step: 0.1 | input | 3, 4, 9 | v u",
                "neuron: AdExDoubleEuler, step: 0.05 | b | 20, 60, 90 | v w",
                "model: Rulkov | alpha | 4, 4.5, 5 | x y",
            })
    void eachRowStartsWhereTheOneBeforeEnds(String neuron, String along, String values, String variables) {
        List<String> names = List.of(variables.strip().split(" "));
        String head =
                "name: x\nduration: 60\ntransient: 20\n" + neuron.replace(", ", "\n") + "\noutputs: [spike_count, "
                        + names.stream().map(name -> name + "_final").collect(Collectors.joining(", ")) + "]\n"
                        + (along.equals("input") || neuron.contains("Rulkov") ? "" : "input: 12\n")
                                .replace("12", neuron.contains("AdEx") ? "700" : "12");
        String swept = head + "sweep: {" + along + ": [" + values + "]}\n";
        for (String direction : List.of("up", "down")) {
            List<Map<String, Object>> rows =
                    rows(Sweeps.read(swept + "continue: {along: " + along + ", direction: " + direction + "}\n"));
            boolean rises =
                    (double) rows.get(0).get(along) < (double) rows.get(2).get(along);
            List<Map<String, Object>> inOrder = direction.equals("up") == rises ? rows : reversed(rows);
            String initial = "";
            for (Map<String, Object> row : inOrder) {
                SweepDefinition alone =
                        Sweeps.read(head + "sweep: {" + along + ": [" + row.get(along) + "]}\n" + initial);
                assertEquals(without(rows(alone).get(0), "id"), without(row, "id"), direction + initial);
                initial = "initial: {"
                        + names.stream()
                                .map(name -> name + ": " + row.get(name + "_final"))
                                .collect(Collectors.joining(", "))
                        + "}\n";
            }
        }
    }

    private static Map<String, Object> without(Map<String, Object> row, String column) {
        Map<String, Object> others = new LinkedHashMap<>(row);
        others.remove(column);
        return others;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, ROWS})
    void partsHaveTheSameBits(int parts) {
        SweepDefinition definition = Sweeps.read(MEMBRANE);
        List<Map<String, Object>> apart = new ArrayList<>();
        Rows.parts(RowSet.of(definition), parts)
                .forEach(part -> apart.addAll(Rows.of(definition, part, Sweeps.columns(definition))));
        assertEquals(rows(definition), apart);
    }

    /** A row has one number, whatever is asked for; what is before it is simulated anyway. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "input > 8",
                "direction == down and input < 7",
                "mod(id, 7) == 3",
                "input == 11",
                "id == 40",
                "gk * input > 250",
            })
    void conditionsChangeNoRow(String condition) {
        SweepDefinition definition = Sweeps.read(MEMBRANE);
        Map<Object, Map<String, Object>> all = new HashMap<>();
        rows(definition).forEach(row -> all.put(row.get("id"), row));
        SweepRows option = SweepReader.readRows(
                "x.yaml",
                MEMBRANE.getBytes(StandardCharsets.UTF_8),
                Sweeps.NO_FILES,
                List.of(),
                Optional.of(condition));
        List<Map<String, Object>> some = Rows.of(definition, option.wanted(), Sweeps.columns(definition));
        assertTrue(!some.isEmpty() && some.size() < ROWS);
        some.forEach(row -> assertEquals(all.get(row.get("id")), row));
        if (!condition.contains("id ") && !condition.contains("id,")) {
            assertEquals(some, rows(Sweeps.read(MEMBRANE, "where=" + condition)));
        }
    }

    /** No row is simulated twice where chains are whole, and none after the last that is wanted. */
    @Test
    void takesTheStepsOfItsRows() {
        SweepDefinition definition = Sweeps.read(MEMBRANE);
        RowReader reader = new RowReader(definition, RowSet.of(definition), Sweeps.columns(definition));
        assertTrue(reader.next());
        assertEquals(ROWS, reader.rows());
        assertEquals(ROWS * 2000L, reader.neuronSteps());
        SweepDefinition low = Sweeps.read(MEMBRANE, "where=input < 7");
        double[] told = {0};
        Progress progress = new Progress() {
            @Override
            public void advanced(double advance, long neuronSteps) {
                told[0] += advance;
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
        RowReader some = new RowReader(low, RowSet.of(low), Sweeps.columns(low), progress);
        assertTrue(some.next());
        assertEquals(2 * 3 * 3, some.rows());
        // Three rows of each chain upwards, and all of each downwards, which ends with the wanted ones.
        assertEquals((3 * 3 + 3 * LENGTH) * 2000L, some.neuronSteps());
        assertEquals(some.rows(), told[0], 1e-9);
    }

    /** What follows a row that diverged has no state to start from, and never a number. */
    @Test
    void whatFollowsADivergedRowHasNoNumbers() {
        SweepDefinition definition = Sweeps.read(MEMBRANE, "sweep.input=[5, 7, 1e6, 2e6, 3e6]");
        for (Map<String, Object> row : rows(definition)) {
            boolean up = row.get("direction").equals("up");
            boolean isOk = up && (double) row.get("input") < 10;
            assertEquals(isOk ? "ok" : "diverged", row.get("status"));
            if (isOk) {
                continue;
            }
            assertNull(row.get("v_final"));
            assertNull(row.get("spike_count"));
            boolean isFirst = row.get("input").equals(up ? 1e6 : 3e6);
            assertEquals(isFirst, (double) row.get("diverged_at_ms") > 0, row.toString());
        }
    }

    @Test
    void tracesAreOfTheRowInItsChain() {
        SweepDefinition definition = Sweeps.read(MEMBRANE);
        List<Map<String, Object>> rows = rows(definition);
        Map<Long, String> told =
                Map.of(0L, "the first of its chain", 13L, "starts where row 12 ends", 30L, "starts where row 31 ends");
        for (Map.Entry<Long, String> remark : told.entrySet()) {
            RowTrace trace = RowTrace.of(definition, remark.getKey(), OptionalDouble.empty());
            Map<String, Object> row = rows.get(remark.getKey().intValue());
            assertEquals(remark.getValue(), trace.remark().orElseThrow());
            assertEquals(row.get("v_final"), trace.value(0, trace.size() - 1));
            assertEquals(row.get("n_final"), trace.value(3, trace.size() - 1));
        }
        RowTrace first = RowTrace.of(definition, 12, OptionalDouble.empty());
        RowTrace next = RowTrace.of(definition, 13, OptionalDouble.empty());
        assertEquals(first.value(0, first.size() - 1), next.value(0, 0));
        RowTrace broken = RowTrace.of(Sweeps.read(MEMBRANE, "sweep.input=[5, 7, 1e6, 2e6]"), 3, OptionalDouble.empty());
        assertEquals(
                "has nothing to start from, since a row before it in its chain diverged",
                broken.remark().orElseThrow());
        assertEquals(OptionalDouble.of(0), broken.divergedAt());
        assertEquals(0, broken.size());
    }

    /** An audit starts a row from the state from which it started in the table. */
    @Test
    void auditsStartFromTheSameStates() {
        String coarse = MEMBRANE.replace("model: HHArea", "neuron: HHAreaDoubleEuler");
        SweepDefinition audited = Sweeps.read(coarse + "audit: {fraction: 1}\n", "sweep.gk=[36]");
        RowReader reader = new RowReader(audited, RowSet.of(audited), Sweeps.columns(audited));
        assertTrue(reader.next());
        assertEquals(2 * LENGTH, reader.audited().rows());
        List<Map<String, Object>> table = rows(
                Sweeps.read(coarse, "sweep.gk=[36]", "outputs=[spike_times_ms, v_final, m_final, h_final, n_final]"));
        double most = 0;
        for (int i = 0; i < table.size(); i++) {
            int before = i < LENGTH ? i - 1 : i + 1;
            boolean isFirst = i == 0 || i == 2 * LENGTH - 1;
            List<String> initial = isFirst
                    ? List.of()
                    : IntStream.range(0, 4)
                            .mapToObj("vmhn"::charAt)
                            .map(name ->
                                    "initial." + name + "=" + table.get(before).get(name + "_final"))
                            .toList();
            List<String> changes = new ArrayList<>(initial);
            changes.addAll(List.of(
                    "continue=",
                    "step=0.01",
                    "sweep=",
                    "parameters.gk=36",
                    "input=" + table.get(i).get("input"),
                    "outputs=[spike_times_ms]"));
            Map<String, Object> finer =
                    rows(Sweeps.read(coarse, changes.toArray(String[]::new))).get(0);
            List<?> times = (List<?>) table.get(i).get("spike_times_ms");
            List<?> others = (List<?>) finer.get("spike_times_ms");
            for (int spike = 0; spike < Math.min(times.size(), others.size()); spike++) {
                most = Math.max(most, Math.abs((double) times.get(spike) - (double) others.get(spike)));
            }
        }
        assertTrue(most > 0);
        assertEquals(0, reader.audited().differentRows());
        assertEquals(most, reader.audited().time().difference());
    }

    /** Blocks are of whole chains, side by side in full lanes. */
    @Test
    void blocksFillTheLanesWithChains() {
        SweepDefinition many = Sweeps.read(MEMBRANE, "sweep.gk={linspace: [30, 40, 1000]}");
        assertEquals(LENGTH, RowSet.of(many).perChain());
        // 5e7 neuron-steps are 2,777 chains, of which five times 512 fill all lanes.
        assertEquals(5 * 512 * LENGTH, BlockSize.of(many, RowSet.of(many), many.outputs()));
        SweepDefinition some = Sweeps.read(MEMBRANE, "sweep.gk={linspace: [30, 40, 1000]}", "where=input < 7");
        assertEquals(3, RowSet.of(some).perChain());
        assertEquals(0, BlockSize.of(some, RowSet.of(some), some.outputs()) % (512 * 3));
        // As many as memory allows, in a power of two: 65,536 rows are 65 of these chains.
        SweepDefinition lengthy =
                Sweeps.read(MEMBRANE, "sweep.input={linspace: [5, 11, 1000]}", "sweep.gk={linspace: [30, 40, 1000]}");
        assertEquals(64 * 1000, BlockSize.of(lengthy, RowSet.of(lengthy), lengthy.outputs()));
        for (long k : new long[] {0, 1, LENGTH - 1, LENGTH, LENGTH + 1, 2000 * LENGTH - 1, 2000 * LENGTH}) {
            assertEquals((k + LENGTH - 1) / LENGTH * LENGTH, RowSet.of(many).uncut(k));
        }
    }

    /** Chains of several kinds of neurons go side by side, each in its own kernel. */
    @Test
    void modelsAndPrecisionsVaryBesideChains() {
        String kinds = """
                name: x
                duration: 40
                step: 0.02
                outputs: [spike_count, v_final, v_max]
                sweep: {model: [HHArea, ML], precision: [double, float], input: [6, 8, 40]}
                continue: {along: input, direction: both}
                """;
        List<Map<String, Object>> rows = rows(Sweeps.read(kinds));
        assertEquals(2 * 2 * 2 * 3, rows.size());
        for (String model : List.of("HHArea", "ML")) {
            for (String precision : List.of("double", "float")) {
                List<Map<String, Object>> alone = rows(Sweeps.read(
                        kinds, "sweep.model=", "sweep.precision=", "model=" + model, "precision=" + precision));
                List<Map<String, Object>> among = rows.stream()
                        .filter(row -> row.get("model").equals(model)
                                && row.get("precision").equals(precision))
                        .map(row -> without(without(without(row, "id"), "model"), "precision"))
                        .toList();
                assertEquals(alone.stream().map(row -> without(row, "id")).toList(), among);
            }
        }
    }

    /** Each row has the noise of its id. */
    @Test
    void noiseIsThatOfTheRow() {
        String noisy = MEMBRANE.replace(
                        "sweep: {gk: [36, 37, 30], input: {range: [5, 11, 0.75]}}",
                        "sweep: [{replicates: 2}, {grid: {input: [6, 7]}}]")
                + "noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 2}\n";
        List<Map<String, Object>> rows = rows(Sweeps.read(noisy));
        assertEquals(8, rows.size());
        assertNotEquals(rows.get(0).get("v_final"), rows.get(2).get("v_final"));
        // The first rows of the chains upwards are those of a sweep that continues nothing.
        List<Map<String, Object>> plain = rows(Sweeps.read(noisy, "continue="));
        assertEquals(plain.get(0).get("v_final"), rows.get(0).get("v_final"));
        assertEquals(plain.get(2).get("v_final"), rows.get(2).get("v_final"));
        assertNotEquals(plain.get(1).get("v_final"), rows.get(1).get("v_final"));
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }
}
