package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of a sweep that end when they have settled, whoever reads them. */
class SettledRowsTest {
    /** Two planes of the stomatogastric cells of Prinz et al. (2003). */
    private static final String STG = """
            name: x
            model: STG
            integrator: ExponentialEuler
            duration: 16000
            step: 0.05
            transient: 1000
            until: settled
            parameters: {gcat: 2.5, ga: 10, gkd: 100, gh: 0.01, gl: 0.01}
            sweep: {gna: [0, 200], gcas: {range: [0, 10, 2]}, gkca: {range: [0, 25, 5]}}
            outputs: [regime, spike_count, isi_mean_ms, isi_frequency_hz, spikes_per_burst, burst_period_ms, duty_cycle, v_min]
            """;

    /** What may be missing where the count of spikes is not sure. */
    private static final Set<String> COUNTING = Set.of("spike_count", "isi_mean_ms", "isi_frequency_hz");

    private static List<List<Object>> rows(SweepDefinition definition, RowSet slice) {
        List<String> names = Sweeps.columns(definition);
        RowReader reader = new RowReader(definition, slice, names);
        List<List<Object>> rows = new ArrayList<>();
        while (reader.next()) {
            for (int row = 0; row < reader.rows(); row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < names.size(); column++) {
                    values.add(value(reader, definition, column, row));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static Object value(RowReader reader, SweepDefinition definition, int column, int row) {
        if (reader.isNull(column, row)) {
            return "null";
        }
        return switch (definition.columns().get(column).type()) {
            case LONG -> reader.getLong(column, row);
            case INT -> reader.getInt(column, row);
            case DOUBLE -> reader.getDouble(column, row);
            case STRING -> reader.getString(column, row);
            case DOUBLE_ARRAY -> List.of();
        };
    }

    @Tag("thorough")
    @Test
    void stomatogastricCellsAreThoseOfTheWholeDuration() {
        SweepDefinition early = Sweeps.read(STG);
        SweepDefinition whole = Sweeps.read(STG, "until=");
        List<List<Object>> some = rows(early, RowSet.of(early));
        List<List<Object>> all = rows(whole, RowSet.of(whole));
        int settledAt = Sweeps.columns(early).indexOf("settled_at_ms");
        int regime = Sweeps.columns(early).indexOf("regime");
        int count = Sweeps.columns(early).indexOf("spike_count");
        List<Object> ended = new ArrayList<>();
        for (int row = 0; row < some.size(); row++) {
            boolean isEnded = !some.get(row).get(settledAt).equals("null");
            if (isEnded) {
                ended.add(some.get(row).get(regime));
            }
            for (int column = 0; column < settledAt; column++) {
                boolean isMissing = isEnded
                        && some.get(row).get(count).equals("null")
                        && COUNTING.contains(Sweeps.columns(early).get(column));
                if (!isMissing || !some.get(row).get(column).equals("null")) {
                    assertSame(all.get(row).get(column), some.get(row).get(column), isEnded, row + " " + column);
                }
            }
        }
        assertTrue(ended.containsAll(List.of("silent", "tonic", "bursting")), ended::toString);
        assertTrue(ended.size() > some.size() / 2, ended::toString);
    }

    /** The same, or near where it follows. */
    private static void assertSame(Object expected, Object actual, boolean isEnded, String place) {
        if (isEnded && expected instanceof Double number) {
            assertEquals(number, (Double) actual, 2e-3 * Math.abs(number), place);
        } else {
            assertEquals(expected, actual, place);
        }
    }

    @Tag("thorough")
    @Test
    void valuesDependOnNeitherSlicesNorColumns() {
        SweepDefinition definition = Sweeps.read(STG, "duration=8000");
        RowSet set = RowSet.of(definition);
        List<List<Object>> all = rows(definition, set);
        List<List<Object>> sliced = new ArrayList<>();
        for (long from = 0; from < all.size(); from += 7) {
            sliced.addAll(rows(definition, set.slice(from, Math.min(from + 7, all.size()))));
        }
        assertEquals(all, sliced);
        RowReader alone = new RowReader(definition, set, List.of("spike_count"));
        assertTrue(alone.next());
        int count = Sweeps.columns(definition).indexOf("spike_count");
        for (int row = 0; row < all.size(); row++) {
            assertEquals(all.get(row).get(count), alone.isNull(0, row) ? "null" : alone.getInt(0, row));
        }
    }

    @Test
    void aTraceGoesOnToTheEnd() {
        SweepDefinition definition = Sweeps.read(STG);
        RowTrace trace = RowTrace.of(definition, 0, OptionalDouble.of(1));
        assertEquals(16_001, trace.size());
        assertEquals(16_000, trace.time(trace.size() - 1));
    }
}
