package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reader refuses what an editor marks, for many small changes of sweep files. */
class SchemaRefusesTest {
    /** One in this many changes to shipped files is tested; all of them would take minutes. */
    private static final int APART = 7;

    private static final String CIRCUIT = """
            name: x
            circuit:
              name: pair
              title: two cells
              cells:
                a: {model: HH, count: 2, parameters: {gna: 1}, initial: {v: -70}, spike: {threshold: 0, rearm: -10, refractory: 1, onset_slope: 10}}
                b: HH
              synapses:
                ab: {type: Exponential, from: a, to: [b, a1], parameters: {g: 0.001}, initial: {s: 0}}
                gap: {type: Electrical, between: [a, b]}
                round: {type: Gradual, ring: all}
            duration: 10
            step: 0.1
            input: {a1: 0.1, b: pulse(t, 1, 2)}
            parameters: {gap.g: 0.1}
            initial: {b.v: -60}
            sweep: {b.gna: [1, 2]}
            outputs: [b_spike_count, a1_b_phase, b_v_max]
            """;

    @Tag("thorough")
    @Test
    void changesOfShippedFilesThatAreMarkedAreRefused() throws IOException {
        int marked = 0;
        int refused = 0;
        for (Path file : SchemaAcceptsTest.shipped()) {
            List<Entry.Section> changes = SmallChanges.of(DocumentReader.read("x.yaml", Files.readString(file)));
            for (int i = 0; i < changes.size(); i += APART) {
                String text = YamlText.of(changes.get(i));
                List<String> faults = SweepSchema.SHIPPED.faults(changes.get(i));
                boolean accepted = isAccepted(text);
                assertTrue(faults.isEmpty() || !accepted, () -> faults + " in\n" + text);
                marked += faults.isEmpty() ? 0 : 1;
                refused += accepted ? 0 : 1;
            }
        }
        assertTrue(refused > 2100, "changes that are refused: " + refused);
        assertTrue(marked > 0.75 * refused, marked + " of " + refused + " are marked");
    }

    @Tag("thorough")
    @Test
    void everyChangeOfACircuitThatIsMarkedIsRefused() {
        int marked = 0;
        int refused = 0;
        for (Entry.Section changed : SmallChanges.of(DocumentReader.read("x.yaml", CIRCUIT))) {
            String text = YamlText.of(changed);
            List<String> faults = SweepSchema.SHIPPED.faults(changed);
            boolean accepted = isAccepted(text);
            assertTrue(faults.isEmpty() || !accepted, () -> faults + " in\n" + text);
            marked += faults.isEmpty() ? 0 : 1;
            refused += accepted ? 0 : 1;
        }
        assertTrue(refused > 1_500, "changes that are refused: " + refused);
        assertTrue(marked > 0.75 * refused, marked + " of " + refused + " are marked");
    }

    @Provide
    Arbitrary<String> sweeps() {
        return Arbitraries.randomValue(DrawnSweep::text);
    }

    @net.jqwik.api.Tag("thorough")
    @Property(tries = 500)
    void changesOfDrawnSweepsThatAreMarkedAreRefused(
            @ForAll("sweeps") String sweep, @ForAll @IntRange(max = 1_000_000) int which) {
        List<Entry.Section> changes = SmallChanges.of(DocumentReader.read("x.yaml", sweep));
        for (int i = 0; i < 4; i++) {
            Entry.Section changed = changes.get((which + i * changes.size() / 4) % changes.size());
            List<String> faults = SweepSchema.SHIPPED.faults(changed);
            if (!faults.isEmpty()) {
                String text = YamlText.of(changed);
                assertFalse(isAccepted(text), () -> faults + " in\n" + text);
            }
        }
    }

    private static boolean isAccepted(String text) {
        try {
            NearbyFiles.sweep(text);
            return true;
        } catch (InputException e) {
            return false;
        }
    }
}
