package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.Axis;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes by {@code --set}. */
class OverridesTest {
    private static final String SCAN = SHORT + "sweep: {gna: {linspace: [1, 2, 11], unit: mS}}\n";

    @Test
    void replacesAKey() {
        assertEquals(200, read(SHORT, "duration=200").duration());
        assertEquals(50, read(SHORT, "duration=100 / 2").duration());
        assertEquals(
                List.of("id", "spike_count", "diverged_at_ms", "status"),
                Sweeps.columns(read(SHORT, "outputs=[spike_count]")));
    }

    @Test
    void replacesAKeyWithin() {
        SweepDefinition changed = read(SCAN, "sweep.gna.linspace=[1, 3, 3]", "parameters.gk=0.3");
        assertEquals(List.of(1.0, 2.0, 3.0), Sweeps.values(changed, "gna"));
        assertEquals("mS", changed.columns().get(1).unit());
        assertNotEquals(hash(read(SCAN, "sweep.gna.linspace=[1, 3, 3]")), hash(changed));
    }

    @Test
    void addsAnAxisAsTheFastest() {
        SweepDefinition changed = read(SCAN, "sweep.gk={values: [1, 2, 3]}");
        assertEquals(33, changed.space().size());
        assertEquals("gk", changed.space().axes().get(1).name());
    }

    @Test
    void replacesAnItemOfAList() {
        String blocks = SHORT + "sweep:\n- grid: {gna: [1, 2]}\n- zip: {gk: [1, 2, 3], gl: [4, 5, 6]}\n";
        SweepDefinition changed = read(blocks, "sweep.0.grid.gna=[7]", "sweep.1.zip.gl=[7, 8, 9]");
        assertEquals(List.of(7.0), Sweeps.values(changed, "gna"));
        assertEquals(List.of(7.0, 8.0, 9.0), Sweeps.values(changed, "gl"));
        assertEquals(
                "--set sweep.2.grid.cm=[1]:1:1: 'sweep' is a list, whose items are numbered from 0 to 1; found '2'",
                fault(blocks, "sweep.2.grid.cm=[1]"));
        assertEquals(
                "--set sweep.gna=[1]:1:1: 'sweep' is a list, whose items are numbered from 0 to 1; found 'gna'",
                fault(blocks, "sweep.gna=[1]"));
    }

    @Test
    void deletesAKeyWithoutAValue() {
        assertEquals(hash(read(SHORT)), hash(read(SHORT + "transient: 1\n", "transient=")));
        assertEquals(hash(read(SHORT)), hash(read(SHORT + "parameters: {gna: 2}\n", "parameters.gna= ")));
        String blocks = SHORT + "sweep:\n- grid: {gna: [1, 2]}\n- zip: {gk: [1, 2, 3], gl: [4, 5, 6]}\n";
        assertEquals(
                List.of("gna", "gk"),
                read(blocks, "sweep.1.zip.gl=").space().axes().stream()
                        .map(Axis::name)
                        .toList());
        assertEquals(3, read(blocks, "sweep.0=").space().size());
    }

    @Test
    void refusesToDeleteWhatIsNotThere() {
        assertEquals(
                "--set parameters.gnb=:1:1: there is no 'parameters.gnb' to delete; did you mean 'gna'? (gna)",
                fault(SHORT + "parameters: {gna: 2}\n", "parameters.gnb="));
        for (String key : List.of("transient", "sweep")) {
            String fault = fault(SHORT, key + (key.equals("sweep") ? ".gna.unit=" : "="));
            assertTrue(fault.contains(":1:1: there is no '" + key + "' to delete; accepted: "), fault);
        }
    }

    @Test
    void whatIsNeededCannotBeDeleted() {
        assertEquals("x.yaml:1:1: a sweep file needs the key 'duration'", fault(SHORT, "duration="));
    }

    @Test
    void isTheSameAsWritingItInTheFile() {
        assertEquals(hash(read(SHORT + "transient: 1\n")), hash(read(SHORT, "transient=1")));
    }

    @Test
    void isCheckedAsTheFileIs() {
        assertEquals(
                "--set parameters.gNa=1:1:1: unknown parameter 'gNa' of HH; did you mean 'gna'? (cm, vna, vk, vl, gna, gk, gl)",
                fault(SHORT, "parameters.gNa=1"));
        assertEquals(
                "--set duration=1 +:1:13: expected a number, a name or '(', found the end of the expression",
                fault(SHORT, "duration=1 +"));
        assertEquals(
                "--set sweep.gna=[1, NaN]:1:15: a value of axis 'gna' must be finite, found 'NaN'",
                fault(SHORT, "sweep.gna=[1, NaN]"));
        assertEquals(
                "x.yaml:6:9: 'gna' is an axis and is also set at --set parameters.gna=1:1:1; keep one",
                fault(SCAN, "parameters.gna=1"));
    }

    @Test
    void refusesWhatIsNoKeyAndValue() {
        assertEquals("--set duration: expected KEY=VALUE, such as duration=200", fault(SHORT, "duration"));
        assertEquals("--set =1: expected KEY=VALUE, such as duration=200", fault(SHORT, "=1"));
        assertEquals(
                "--set duration=[:1:11: not YAML: expected the node content, but found '<stream end>'",
                fault(SHORT, "duration=["));
        assertEquals("--set duration=1\\nstep: 2: expected one value, found 2", fault(SHORT, "duration=1\nstep: 2"));
        assertEquals("--set input.x=1:1:1: 'input' is '0.1', not a mapping; set all of it", fault(SHORT, "input.x=1"));
        assertEquals(
                "--set a.b.c.d.e.f.g.h.i=1:1:1: a key of 9 parts; at most 8 are accepted",
                fault(SHORT, "a.b.c.d.e.f.g.h.i=1"));
    }

    @Test
    void refusesToSetTheSameTwice() {
        assertEquals("--set duration=2: 'duration' is set twice", fault(SHORT, "duration=1", "duration=2"));
    }
}
