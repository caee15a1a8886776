package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code refine}. */
class RefineReaderTest {
    /** Its line is the eighth. */
    private static final String TWO = Sweeps.SHORT
            + "outputs: [spike_count, isi_cv, trace_v]\nsweep: {gna: {linspace: [0, 1, 40]}, gk: {linspace: [0, 1, 33]}}\n";

    @Test
    void readsWhatItSays() {
        Refinement refinement = Sweeps.read(
                        TWO + "constants: {least: 2}\nrefine: {by: spike_count >= least, coarse: 16}")
                .refinement();
        assertEquals("spike_count >= 2", refinement.classes());
        assertEquals(List.of(new Refinement.Along(0, 16), new Refinement.Along(1, 16)), refinement.axes());
        assertFalse(refinement.fill());
        assertEquals(Refinement.NONE, Sweeps.read(TWO).refinement());
        assertEquals(
                List.of(new Refinement.Along(1, 8)),
                Sweeps.read(TWO + "refine: {by: spike_count, coarse: {gk: 8}}")
                        .refinement()
                        .axes());
        assertEquals(
                "status",
                Sweeps.read(TWO + "refine: {by: status, coarse: 8}")
                        .refinement()
                        .classes());
    }

    @Test
    void otherAxesAreLeftAsTheyAre() {
        SweepDefinition definition = Sweeps.read(Sweeps.MODELLESS
                + "refine: {by: spike_count, coarse: 4}\nsweep: [{grid: {model: [HH, HHArea], gna: {range: [0, 9, 1]}, gl: [1]}},"
                + " {zip: {gk: [1, 2, 3, 4, 5, 6], vk: [1, 2, 3, 4, 5, 6]}},"
                + " {sample: {method: lhs, count: 9, within: {cm: [1, 2]}}}]");
        assertEquals(
                List.of(new Refinement.Along(1, 4)), definition.refinement().axes());
    }

    @Test
    void isSetAndDeletedOnTheCommandLine() {
        String file = TWO + "refine: {by: spike_count >= 1, coarse: 16}";
        assertEquals(
                new Refinement.Along(0, 8),
                Sweeps.read(file, "refine.coarse=8").refinement().axes().get(0));
        assertEquals(Refinement.NONE, Sweeps.read(file, "refine=").refinement());
        assertEquals(
                "'--set refine.coarse=1:1:15: 'coarse' must be a whole number of at least 2, found '1'",
                "'" + Sweeps.fault(file, "refine.coarse=1"));
    }

    @Test
    void isWrittenAndHashed() {
        String plain = CanonicalText.hash(Sweeps.read(TWO));
        for (String text : List.of(
                "{by: spike_count >= 1, coarse: 16}",
                "{by: spike_count >= 1, coarse: 8}",
                "{by: spike_count >= 1, coarse: {gna: 16}}",
                "{by: spike_count, coarse: 16}",
                "{by: 'isi_cv > 0.123456 or spike_count == -1', coarse: {gk: 7, gna: 3}}")) {
            SweepDefinition definition = Sweeps.read(TWO + "refine: " + text);
            assertEquals(definition, Sweeps.read(SweepText.of(definition)), text);
            assertNotEquals(plain, CanonicalText.hash(definition));
            plain = CanonicalText.hash(definition);
        }
        String figures = TWO.replace(", trace_v", "") + "refine: {by: spike_count, coarse: 16, fill: ";
        SweepDefinition filled = Sweeps.read(figures + "true}");
        assertTrue(filled.refinement().fill());
        assertEquals(filled, Sweeps.read(SweepText.of(filled)));
        assertNotEquals(CanonicalText.hash(filled), CanonicalText.hash(Sweeps.read(figures + "false}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 9: 'refine' must be a mapping such as {by: spike_count >= 1, coarse: 16}, found '3'
            {coarse: 16} | 9: 'refine' needs the key 'by'
            {by: spike_count} | 9: 'refine' needs the key 'coarse'
            {by: spike_count, coarse: 8, coarser: 2} | 38: unknown key 'coarser' of 'refine'; did you mean 'coarse'? (by, coarse, fill)
            {by: spike_count, coarse: 1} | 35: 'coarse' must be a whole number of at least 2, found '1'
            {by: spike_count, coarse: 2.5} | 35: 'coarse' must be a whole number of at least 2, found '2.5'
            {by: spike_count, coarse: few} | 35: 'coarse' must be a number, found 'few'
            {by: spike_count, coarse: 33} | 35: 'coarse' must be less than the 33 values of axis 'gk', found 33; to refine along others only, name them: coarse: {gk: …}
            {by: spike_count, coarse: {}} | 35: 'coarse' is empty; it is a number, or one for each axis
            {by: spike_count, coarse: {gkk: 4}} | 36: unknown axis 'gkk'; did you mean 'gk'? (gna, gk)
            {by: spike_count, coarse: {gk: 40}} | 40: 'coarse' must be less than the 33 values of axis 'gk', found 40; to refine along others only, name them: coarse: {gk: …}
            {by: spikecount, coarse: 8} | 14: unknown name 'spikecount'; did you mean 'spike_count'?
            {by: v_max > 0, coarse: 8} | 14: 'by' of 'refine': 'v_max' is not in the table; add it to 'outputs'
            {by: trace_v > 0, coarse: 8} | 14: 'by' of 'refine': 'trace_v' does not have one value per row
            {by: spike_count > gna, coarse: 8} | 28: 'by' of 'refine': 'gna' is an axis; rows are told apart by their results
            {by: status > 1, coarse: 8} | 14: 'by' of 'refine': 'status' has texts, each of which is a class; it can only stand alone
            {by: 1, coarse: 8} | 14: 'by' of 'refine' uses no feature, so all rows are alike; found '1'; accepted: spike_count, isi_cv, status
            {by: spike_count, coarse: 8, fill: 1} | 44: 'fill' is true or false, found '1'
            {by: spike_count, coarse: 8, fill: true} | 44: 'fill' cannot fill in 'trace_v', which has many numbers per row; leave one of them out
            """)
    void refusesWithAPosition(String text, String message) {
        String[] parts = message.split(": ", 2);
        String found = Sweeps.fault(TWO + "refine: " + text);
        assertTrue(found.startsWith("x.yaml:8:" + parts[0] + ": " + parts[1]), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep: {gna: [1, 2, 3]} | 6:35: axis 'gna' has 3 values; 'refine' needs at least 4; to refine along others only, name them: coarse: {gna: …}
            sweep: {gna: [1, 3, 2, 4]} | 7:9: axis 'gna' neither rises nor falls, so that 'refine' cannot tell what lies between two values; sort them
            sweep: [{sample: {method: lhs, count: 9, within: {gna: [1, 2]}}}] | 6:1: 'refine' needs an axis of numbers that varies on its own, and there is none
            sweep: [{zip: {gna: [1, 2, 3, 4], gk: [1, 2, 3, 4]}}] | 6:1: 'refine' needs an axis of numbers that varies on its own, and there is none
            sweep: {precision: [double, float]} | 6:1: 'refine' needs an axis of numbers that varies on its own, and there is none
            description: none | 6:1: 'refine' needs an axis of numbers that varies on its own, and there is no axis
            sweep: {gna: [1, 2, 3, 4], gk: [1, 2, 3, 4], gl: [1, 2, 3, 4], vk: [1, 2, 3, 4], vl: [1, 2, 3, 4]} | 6:1: 'refine' along 5 axes; at most 4 are accepted. Name those along which to refine; of each combination of the others there is a grid: coarse: {gna: …}
            sweep: [{grid: {gna: [1, 2, 3, 4]}}, {replicates: 3}] | 7:39: replicates differ in their noise, which 'refine' does not allow
            """)
    void refusesAxes(String sweep, String message) {
        String own = Sweeps.SHORT.replace(
                "neuron: HHDoubleRK4", sweep.contains("precision") ? "model: HH" : "neuron: HHDoubleRK4");
        assertEquals("x.yaml:" + message, Sweeps.fault(own + "refine: {by: spike_count, coarse: 2}\n" + sweep));
    }

    @Test
    void refusesNoise() {
        String noise = "noise: {kind: ornstein-uhlenbeck, sigma: 0.01, tau: 1}\n";
        assertEquals(
                "x.yaml:9:1: 'refine' takes what lies between equal rows to be like them, which noise does not allow; use either 'noise' or 'refine'",
                Sweeps.fault(TWO + noise + "refine: {by: spike_count, coarse: 2}"));
    }

    @Test
    void namesAnAxisThatCannotBeRefined() {
        String blocks =
                "sweep: [{grid: {gna: [1, 2, 3, 4]}}, {sample: {method: lhs, count: 9, within: {gk: [1, 2]}}}]\n";
        assertEquals(
                "x.yaml:7:36: 'refine' cannot refine along 'gk', which does not vary on its own; accepted: gna",
                Sweeps.fault(Sweeps.SHORT + blocks + "refine: {by: spike_count, coarse: {gk: 2}}"));
        String names = Sweeps.MODELLESS + "sweep: {model: [HH, HHArea], gna: [1, 2, 3, 4]}\n";
        assertEquals(
                "x.yaml:5:36: 'refine' cannot refine along 'model', which has no numbers; accepted: gna",
                Sweeps.fault(names + "refine: {by: spike_count, coarse: {model: 2}}"));
    }
}
