package io.github.spikesweep.sweep.reading.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code continue}. */
class ContinueReaderTest {
    /** The key is on the seventh line. */
    private static final String TWO =
            "name: x\nmodel: HHArea\nduration: 10\nstep: 0.01\noutputs: [spike_count]\nsweep: {gk: [30, 36], gna: [100, 120, 140]}\n";

    @Test
    void readsWhatItSays() {
        SweepDefinition up = Sweeps.read(TWO + "continue: {along: gna, direction: up}");
        assertEquals(new Chains("gna", Chains.Course.UP), up.chains());
        assertEquals(6, up.space().size());
        assertEquals(List.of("id", "gk", "gna"), Sweeps.columns(up).subList(0, 3));
        SweepDefinition both = Sweeps.read(TWO + "continue: {along: gna, direction: both}");
        assertEquals(12, both.space().size());
        assertEquals(
                List.of("id", "direction", "gk", "gna"), Sweeps.columns(both).subList(0, 4));
        assertEquals(List.of("up", "down"), Sweeps.values(both, "direction"));
        assertEquals(Chains.NONE, Sweeps.read(TWO).chains());
        assertFalse(Chains.NONE.isPresent());
    }

    /** The order follows from the values, not from where they stand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2, 3] | up | 0 1 2 3 4 5",
                "[1, 2, 3] | down | 2 1 0 5 4 3",
                "[3, 2, 1] | up | 2 1 0 5 4 3",
                "[3, 2, 1] | down | 0 1 2 3 4 5",
                "[1, 2, 3] | both | 0 1 2 3 4 5 8 7 6 11 10 9",
                "[3, 2, 1] | both | 2 1 0 5 4 3 6 7 8 9 10 11",
            })
    void chainsAreOfConsecutiveIds(String values, String direction, String order) {
        SweepDefinition definition =
                Sweeps.read(TWO, "sweep.gna=" + values, "continue.along=gna", "continue.direction=" + direction);
        Chains chains = definition.chains();
        List<String> ids = LongStream.range(0, definition.space().size())
                .mapToObj(row -> Long.toString(chains.at(definition.space(), row / 3 * 3, row % 3)))
                .toList();
        assertEquals(order, String.join(" ", ids));
        for (long id = 0; id < definition.space().size(); id++) {
            assertEquals(id, chains.at(definition.space(), id, chains.place(definition.space(), id)));
        }
    }

    @Test
    void isWrittenAndHashed() {
        String plain = CanonicalText.hash(Sweeps.read(TWO));
        String up = CanonicalText.hash(Sweeps.read(TWO + "continue: {along: gna, direction: up}"));
        assertNotEquals(plain, up);
        assertNotEquals(up, CanonicalText.hash(Sweeps.read(TWO + "continue: {along: gna, direction: down}")));
        for (String direction : List.of("up", "down", "both")) {
            SweepDefinition definition =
                    Sweeps.read(TWO + "where: gk > 30\ncontinue: {along: gna, direction: " + direction + "}");
            SweepDefinition again = Sweeps.read(SweepText.of(definition));
            assertEquals(definition, again);
            assertEquals(CanonicalText.hash(definition), CanonicalText.hash(again));
        }
        // An axis of that name is an axis like others where there are not both directions.
        String own = """
                name: x
                model: HHArea
                duration: 10
                step: 0.01
                parameters: {gk: direction}
                sweep: {direction: [1, 2], gna: [1, 2]}
                continue: {along: gna, direction: up}
                """;
        assertEquals(Sweeps.read(own), Sweeps.read(SweepText.of(Sweeps.read(own))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "continue: gna | 7:11: 'continue' must be a mapping such as {along: input, direction: both}, found 'gna'",
                "continue: {along: gna} | 7:11: 'continue' needs the key 'direction'",
                "continue: {direction: up} | 7:11: 'continue' needs the key 'along'",
                "continue: {along: gna, direction: up, from: 1} | 7:39: unknown key 'from' of 'continue'; accepted: along, direction",
                "continue: {along: gna, direction: upp} | 7:35: unknown direction 'upp'; did you mean 'up'? (up, down, both)",
                "continue: {along: gnaa, direction: up} | 7:19: unknown axis 'gnaa'; did you mean 'gna'? (gk, gna)",
                "continue: {along: gk, direction: up} | 7:19: 'along' must be the last axis under 'sweep', so that the rows of a chain have consecutive ids; move 'gk' behind 'gna'",
            })
    void refusesWhatIsWrong(String key, String message) {
        assertEquals("x.yaml:" + message, Sweeps.fault(TWO + key));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep: {gk: [30, 36], v: [-70, -60]} | v | 7:19: rows cannot continue along 'v', which sets an initial value: a row that continues starts where the one before has ended",
                "sweep: {gk: [30, 36], s: [1, 2]}; initial: {v: -65 + s} | s | 7:19: rows cannot continue along 's', which sets the initial value of 'v': a row that continues starts where the one before has ended",
                "sweep: {gna: [100, 140, 120]} | gna | 6:9: axis 'gna' neither rises nor falls from value to value, so that rows along it have no order; sort them, each once",
                "sweep: {gna: [100, 100, 120]} | gna | 6:9: axis 'gna' neither rises nor falls from value to value, so that rows along it have no order; sort them, each once",
                "sweep: {gna: [100]} | gna | 6:9: axis 'gna' has 1 values; along 'continue' there are from 2 to 10000",
                "sweep: {gna: {linspace: [0, 1, 10001]}} | gna | 6:9: axis 'gna' has 10001 values; along 'continue' there are from 2 to 10000",
                "sweep: [{grid: {gna: [1, 2]}}, {zip: {gk: [1, 2], gl: [1, 2]}}] | gk | 7:19: rows cannot continue along 'gk', which varies together with others; accepted: gna",
                "sweep: [{grid: {gna: [1, 2]}}, {sample: {method: lhs, count: 3, within: {gk: [1, 2]}}}] | gk | 7:19: rows cannot continue along 'gk', which is sampled; accepted: gna",
                "sweep: [{grid: {gna: [1, 2]}}, {replicates: 2}]; noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1} | replicate | 7:19: rows cannot continue along 'replicate', which numbers rows that differ only in their noise; accepted: gna",
                "sweep: {gna: [1, 2], step: [0.01, 0.02]} | step | 7:19: rows cannot continue along 'step', which sets how rows are stepped; accepted: gna",
                "sweep: {gna: [1, 2], precision: [double, float]} | precision | 7:19: rows cannot continue along 'precision', which has no numbers; accepted: gna",
                "sweep: {precision: [double, float]} | gna | 7:19: unknown axis 'gna'; rows continue along an axis of numbers that varies on its own, and there is none",
                "sweep: {gna: [1, 2, 3, 4]}; refine: {by: spike_count, coarse: 2} | gna | 8:1: 'refine' leaves out rows from which others would continue; use either 'refine' or 'continue'",
                "sweep: {gna: [1, 2]}; find: {input: {between: [0, 9], where: spike_count >= 1, tolerance: 1}} | gna | 8:1: 'find' simulates a row at many values, of which none is the one to continue from; use either 'find' or 'continue'",
                "sweep: {gna: {linspace: [0, 1, 10000]}} | gna | 7:1: a chain has 10000 rows, with 2001 values of traces each; these must be at most 16777216 together, since a chain is written at once: trace less often, or fewer variables",
            })
    void refusesAxesAndKeysThatCannotBe(String keys, String along, String message) {
        boolean traces = message.contains("traces");
        String[] lines = keys.split("; ", -1);
        String file = "name: x\nmodel: HHArea\nduration: 10\n" + (lines[0].contains("step:") ? "# \n" : "step: 0.005\n")
                + (traces ? "outputs: [trace_v]\n" : "outputs: [spike_count]\n") + lines[0] + "\ncontinue: {along: "
                + along + ", direction: up}\n"
                + (lines.length > 1 ? lines[1] + "\n" : "")
                + (traces ? "trace_every: 0.005\n" : "");
        assertEquals("x.yaml:" + message, Sweeps.fault(file));
    }

    /** Both directions are an axis, whose name is taken. */
    @Test
    void directionIsAName() {
        String file = TWO.replace("gk: [30, 36]", "direction: [30, 36]") + "parameters: {gk: direction}\n";
        assertEquals(
                "x.yaml:6:9: axis 'direction' is declared twice, first at x.yaml:8:35",
                Sweeps.fault(file + "continue: {along: gna, direction: both}\n"));
        assertEquals(
                6,
                Sweeps.read(file + "continue: {along: gna, direction: down}\n")
                        .space()
                        .size());
        assertEquals(
                6,
                Sweeps.read(TWO + "where: direction == down\ncontinue: {along: gna, direction: both}\n")
                                .space()
                                .size()
                        / 2);
        assertEquals(
                "x.yaml:7:8: 'where' keeps none of the 12 combinations",
                Sweeps.fault(TWO + "where: gna > 999\ncontinue: {along: gna, direction: both}\n"));
    }
}
