package io.github.spikesweep.sweep.reading.axis;

import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Messages about wrong blocks. */
class BlockFaultsTest {
    private static final String BLOCKS = "grid, zip, sample, table, replicates";

    @Test
    void refusesWhatIsNoBlock() {
        assertEquals("x.yaml:6:8: 'sweep' is empty; leave it out for a single row", fault(SHORT + "sweep: []\n"));
        assertEquals(
                "x.yaml:6:9: a block is a mapping with one key; accepted: " + BLOCKS + "; found '1'",
                fault(SHORT + "sweep: [1]\n"));
        assertEquals(
                "x.yaml:7:3: a block is a mapping with one key; accepted: " + BLOCKS + "; found grid and zip",
                fault(SHORT + "sweep:\n- grid: {gna: [1]}\n  zip: {gk: [1]}\n"));
        assertEquals(
                "x.yaml:7:3: unknown block 'zips'; did you mean 'zip'? (" + BLOCKS + ")",
                fault(SHORT + "sweep:\n- zips: {gna: [1]}\n"));
        assertEquals(
                "x.yaml:7:3: unknown block 'input'; an axis is within one, as in '- grid: {input: …}'; accepted: "
                        + BLOCKS,
                fault(SHORT + "sweep:\n- input: [1]\n"));
        assertEquals(
                "x.yaml:6:9: 'zip' is a block: blocks form a list, with '- zip: …' for each",
                fault(SHORT + "sweep: {zip: {gna: [1]}}\n"));
        assertEquals("x.yaml:7:9: 'grid' is empty; it needs at least one axis", fault(SHORT + "sweep:\n- grid: {}\n"));
        assertEquals("x.yaml:7:8: 'zip' must be a mapping, found a list", fault(SHORT + "sweep:\n- zip: [1]\n"));
    }

    @Test
    void refusesTheSameAxisTwice() {
        assertEquals(
                "x.yaml:8:10: axis 'gna' is declared twice, first at x.yaml:7:10",
                fault(SHORT + "sweep:\n- grid: {gna: [1]}\n- grid: {gna: [1]}\n"));
    }

    @Test
    void refusesZipOfUnequalAxes() {
        assertEquals(
                "x.yaml:7:22: the axes of a zip must have the same number of values: 'gna' has 2, 'gk' has 3",
                fault(SHORT + "sweep:\n- zip: {gna: [1, 2], gk: [1, 2, 3]}\n"));
        assertEquals(
                "x.yaml:5:28: the axes of a zip must have the same number of values: 'model' has 2, 'step' has 1",
                fault("name: x\nduration: 10\ninput: 0\nsweep:\n- zip: {model: [HH, HR],   step: [0.01]}\n"));
    }

    @Test
    void refusesReplicatesThatAreNoCount() {
        assertEquals(
                "x.yaml:7:15: the number of replicates must be a whole number of at least 1, found '0'",
                fault(SHORT + "sweep:\n- replicates: 0\n"));
        assertEquals(
                "x.yaml:7:15: the number of replicates must be a number, found 'many'",
                fault(SHORT + "sweep:\n- replicates: many\n"));
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 'replicate', which numbers the rows of the block 'replicates'",
                fault(SHORT + "sweep: {replicate: [1]}\nparameters: {gna: replicate}\n"));
    }

    @Test
    void refusesMalformedSample() {
        assertEquals("x.yaml:7:11: a sample needs the key 'method'", fault(sample("count: 3, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:20: unknown method 'sobl'; did you mean 'sobol'? (uniform, log-uniform, normal, lhs, sobol, halton, saltelli, morris)",
                fault(sample("method: sobl, count: 3, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:32: 'count' must be a whole number of at least 1, found '2.5'",
                fault(sample("method: lhs, count: 2.5, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:32: 'count' has 1E+16 values; at most 10^15 are accepted",
                fault(sample("method: lhs, count: 1e16, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:34: method sobol has at most 2147483647 points, found '3e9'; lhs and uniform have more",
                fault(sample("method: sobol, count: 3e9, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:45: 'within' is empty; it needs at least one axis",
                fault(sample("method: sobol, count: 3, within: {}")));
        assertEquals(
                "x.yaml:7:35: 'skip' is only for methods sobol and halton, found lhs",
                fault(sample("method: lhs, count: 3, skip: 1, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:35: 'levels' is only for method morris, found lhs",
                fault(sample("method: lhs, count: 3, levels: 4, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:38: 'second_order' is only for method saltelli, found morris",
                fault(sample("method: morris, count: 3, second_order: true, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:46: 'levels' must be an even number from 2 to 1000000, found '3'",
                fault(sample("method: morris, count: 3, levels: 3, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:54: 'second_order' must be true or false, found '1'",
                fault(sample("method: saltelli, count: 3, second_order: 1, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:35: a sample of method morris has 1.2E+15 values; at most 10^15 are accepted",
                fault(sample("method: morris, count: 6e14, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:37: method saltelli has at most 2147483647 points, found '3e9'; lhs and uniform have more",
                fault(sample("method: saltelli, count: 3e9, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:61: axis 'gna': the levels of method morris include both ends, where a normal distribution is infinite; give it [low, high]",
                fault(sample("method: morris, count: 3, within: {gna: {normal: [1, 2]}}")));
        assertEquals(
                "x.yaml:7:43: 'skip' must be a whole number from 0 to 2147483646, found '-1'",
                fault(sample("method: sobol, count: 3, skip: -1, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:41: 'seed' must be a whole number from 0 to 2^53, found '0.5'",
                fault(sample("method: lhs, count: 3, seed: 0.5, within: {gna: [1, 2]}")));
        assertEquals(
                "x.yaml:7:35: unknown key 'sead' of a sample; did you mean 'seed'? (method, count, seed, skip, levels, second_order, within)",
                fault(sample("method: lhs, count: 3, sead: 1, within: {gna: [1, 2]}")));
    }

    @Test
    void refusesMalformedDistribution() {
        assertEquals(
                "x.yaml:7:49: axis 'gna' must be [low, high], or a mapping with one of uniform, log-uniform, normal; found '1'",
                fault(within("lhs", "gna: 1")));
        assertEquals("x.yaml:7:49: axis 'gna': expected uniform: [low, high]", fault(within("lhs", "gna: [1, 2, 3]")));
        assertEquals(
                "x.yaml:7:52: axis 'gna': expected normal: [mean, standard deviation]",
                fault(within("normal", "gna: [1]")));
        assertEquals(
                "x.yaml:7:49: axis 'gna': the low end must be below the high end and their distance finite, found 2 and 1",
                fault(within("lhs", "gna: [2, 1]")));
        assertEquals(
                "x.yaml:7:64: axis 'gna': the ends of a log-uniform distribution must be positive, found '0'",
                fault(within("lhs", "gna: {log-uniform: [0, 1]}")));
        assertEquals(
                "x.yaml:7:62: axis 'gna': the standard deviation must be positive, found '0'",
                fault(within("lhs", "gna: {normal: [1, 0]}")));
        assertEquals(
                "x.yaml:7:49: axis 'gna' needs one of uniform, log-uniform, normal, found uniform and normal",
                fault(within("lhs", "gna: {uniform: [1, 2], normal: [1, 2]}")));
        assertEquals(
                "x.yaml:7:60: axis 'gna': the first point of method sobol is 0, where a normal distribution is infinite;"
                        + " leave it out with 'skip: 1', or shift all points with a 'seed'",
                fault(within("sobol", "gna: {normal: [1, 2]}")));
        assertEquals(
                "x.yaml:7:58: axis 'gna': the numbers are too large for a double",
                fault(within("lhs", "gna: {normal: [1, 1e308]}")));
        assertEquals(
                "x.yaml:7:50: unknown key 'value' of axis 'gna'; accepted: uniform, log-uniform, normal, label, unit, description",
                fault(within("lhs", "gna: {value: [1, 2]}")));
    }

    @Test
    void refusesNamesInASample() {
        assertEquals(
                "x.yaml:5:44: axis 'model' takes names, which must be listed: under grid or zip, or in a table",
                fault(MODELLESS + "sweep:\n- sample: {method: lhs, count: 3, within: {model: [1, 2]}}\n"));
    }

    @Test
    void refusesMoreAxesThanASequenceHas() {
        StringBuilder axes = new StringBuilder();
        for (int i = 0; i < 41; i++) {
            axes.append(i == 0 ? "" : ", ").append("a").append(i).append(": [1, 2]");
        }
        assertEquals(
                "x.yaml:7:12: method halton has at most 40 dimensions, found 41 axes",
                fault(within("halton", axes.toString())));
    }

    private static String sample(String keys) {
        return SHORT + "sweep:\n- sample: {" + keys + "}\n";
    }

    private static String within(String method, String axes) {
        return sample("method: " + method + ", count: 3, within: {" + axes + "}");
    }
}
