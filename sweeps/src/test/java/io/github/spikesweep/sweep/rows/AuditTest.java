package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows that are simulated again with finer steps. */
class AuditTest {
    private static final String SCAN = """
            name: x
            neuron: HHDoubleEuler
            duration: 100
            step: 0.02
            input: 0.1
            sweep: {gna: {linspace: [0.4, 1.6, 20]}}
            """;

    @Test
    void differencesAreThoseOfTheTableWithHalfTheStep() {
        SweepDefinition audited = read(SCAN + "audit: {fraction: 1}\n");
        RowReader reader = readAll(audited);
        List<List<Double>> table = times(read(SCAN + "outputs: [spike_times_ms]\n"));
        List<List<Double>> finer = times(read(SCAN + "outputs: [spike_times_ms]\n", "step=0.01"));
        long counts = 0;
        double moved = 0;
        for (int row = 0; row < 20; row++) {
            counts = Math.max(
                    counts, Math.abs(table.get(row).size() - finer.get(row).size()));
            for (int k = 0; k < Math.min(table.get(row).size(), finer.get(row).size()); k++) {
                moved = Math.max(
                        moved, Math.abs(table.get(row).get(k) - finer.get(row).get(k)));
            }
        }
        assertEquals(20, reader.audited().rows());
        assertEquals(counts, reader.audited().count().difference());
        assertEquals(moved, reader.audited().time().difference());
        assertTrue(moved > 0);
        AuditReport.Time time = reader.audited().time();
        assertEquals(table.get((int) time.id()).size(), time.spikes());
        assertEquals(
                moved,
                Math.abs(table.get((int) time.id()).get((int) time.spike() - 1)
                        - finer.get((int) time.id()).get((int) time.spike() - 1)));
        assertEquals(20 * (5_000 + 10_000), reader.neuronSteps());
    }

    /** Rows whose spikes depend on the step: the second run shows less than the error, and the third says so. */
    @Test
    void countsThatChangeAgainAreToldApart() {
        String bursts =
                "name: x\nneuron: HRDoubleEuler\nduration: 1000\nstep: 0.1\nsweep: {e: {linspace: [2.9, 3.4, 12]}}\n";
        RowReader reader = readAll(read(bursts + "audit: {fraction: 1}\n"));
        List<List<Double>> table = times(read(bursts + "outputs: [spike_times_ms]\n"));
        List<List<Double>> finer = times(read(bursts + "outputs: [spike_times_ms]\n", "step=0.05"));
        List<List<Double>> finest = times(read(bursts + "outputs: [spike_times_ms]\n", "step=0.025"));
        int unsettled = 0;
        int different = 0;
        int most = 0;
        int mostOfTwo = 0;
        for (int row = 0; row < 12; row++) {
            int first = table.get(row).size();
            int second = finer.get(row).size();
            int third = first == second ? second : finest.get(row).size();
            unsettled += second == third ? 0 : 1;
            different += first == second ? 0 : 1;
            mostOfTwo = Math.max(mostOfTwo, Math.abs(first - second));
            most = Math.max(most, Math.max(Math.abs(first - second), Math.abs(first - third)));
        }
        assertTrue(unsettled > 0 && most > mostOfTwo, unsettled + ", " + mostOfTwo + ", " + most);
        assertEquals(unsettled, reader.audited().unsettledRows());
        assertEquals(most, reader.audited().count().difference());
        AuditReport.Count count = reader.audited().count();
        int worst = (int) count.id();
        assertEquals(table.get(worst).size(), count.table());
        assertTrue(count.finer() == finer.get(worst).size()
                || count.finer() == finest.get(worst).size());
        assertEquals(different, reader.audited().differentRows());
        assertEquals(0, readAll(read(SCAN + "audit: {fraction: 1}\n")).audited().unsettledRows());
    }

    @Test
    void auditChangesNeitherValuesNorHash() {
        SweepDefinition plain = read(SCAN);
        SweepDefinition audited = read(SCAN + "audit: {fraction: 0.5, seed: 3}\n");
        assertEquals(hash(plain), hash(audited));
        assertEquals(rows(plain), rows(audited));
        assertTrue(audited.isAudited());
        assertFalse(plain.isAudited());
        assertEquals(0, readAll(plain).audited().rows());
        assertEquals(AuditReport.NONE, readAll(plain).audited());
    }

    @Test
    void choiceFollowsTheFractionAndTheSeed() {
        long chosen =
                LongStream.range(0, 100_000).filter(new Audit(0.01, 1)::chooses).count();
        assertTrue(Math.abs(chosen - 1_000) < 120, () -> chosen + " of 100000");
        assertEquals(
                100_000,
                LongStream.range(0, 100_000).filter(new Audit(1, 1)::chooses).count());
        assertEquals(
                List.of(34L, 80L, 166L),
                LongStream.range(0, 1_000_000)
                        .filter(new Audit(0.01, 1)::chooses)
                        .limit(3)
                        .boxed()
                        .toList());
        assertEquals(0, LongStream.range(0, 100_000).filter(Audit.NONE::chooses).count());
    }

    @Test
    void rowThatDivergesInOneRunOnlyIsADifference() {
        String coarse = "name: x\nneuron: HHDoubleEuler\nduration: 60\nstep: 0.1\ninput: 0.1\n";
        SweepDefinition alone = read(coarse);
        assertEquals("diverged", rows(alone).get(0).get("status"));
        assertEquals("ok", rows(read(coarse, "step=0.05")).get(0).get("status"));
        RowReader reader = readAll(read(coarse + "audit: {fraction: 1}\n"));
        assertEquals(1, reader.audited().rows());
        assertEquals(AuditReport.DIVERGED, reader.audited().count().table());
        assertTrue(reader.audited().count().difference() >= 1);
        assertEquals(AuditReport.Time.NONE, reader.audited().time());
    }

    @Test
    void adaptiveRowsAreAuditedAtATenthOfTheTolerance() {
        SweepDefinition audited = read("""
                name: x
                neuron: HHDoubleDormandPrince
                duration: 100
                tolerance: 1e-5
                input: 0.1
                audit: {fraction: 1}
                """);
        RowReader reader = readAll(audited);
        assertEquals(1, reader.audited().rows());
        assertEquals(0, reader.audited().count().difference());
        double moved = reader.audited().time().difference();
        assertTrue(moved > 0 && moved < 0.1);
    }

    @Test
    void secondRunOfAdaptiveRowsSeesWhatALongStepHides() {
        Protocol.Adaptive finer = (Protocol.Adaptive) Audit.finer(Protocol.adaptive(200, 10, 1e-5));
        assertEquals(0.2, finer.longestStep());
        assertEquals(1e-6, finer.tolerance(), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, Protocol.adaptive(200, 10, 1e-5).longestStep());
    }

    @Test
    void rowThatCannotBeSimulatedIsNotAudited() {
        RowReader reader = readAll(read(SHORT + "parameters: {gl: 1 / k}\nsweep: {k: [0]}\naudit: {fraction: 1}\n"));
        assertEquals(0, reader.audited().rows());
        assertEquals(1, reader.divergedRows());
    }

    @Test
    void refusesMalformedAudit() {
        assertEquals("x.yaml:6:8: 'audit' needs the key 'fraction'", fault(SHORT + "audit: {}\n"));
        assertEquals(
                "x.yaml:6:9: unknown key 'part' of 'audit'; accepted: fraction, seed",
                fault(SHORT + "audit: {part: 1}\n"));
        assertEquals(
                "x.yaml:6:19: 'fraction' must be more than 0 and at most 1, found 0",
                fault(SHORT + "audit: {fraction: 0}\n"));
        assertEquals(
                "x.yaml:6:19: 'fraction' must be more than 0 and at most 1, found 1.5",
                fault(SHORT + "audit: {fraction: 1.5}\n"));
        assertEquals(
                "x.yaml:6:28: 'seed' must be a whole number from 0 to 2^53, found '-1'",
                fault(SHORT + "audit: {fraction: 1, seed: -1}\n"));
    }

    @Test
    void refusesAuditOfWhatHasNoFinerSteps() {
        assertEquals(
                "x.yaml:6:1: an audit uses finer steps, which would change the noise; use either 'noise' or 'audit'",
                fault(SHORT + "audit: {fraction: 1}\nnoise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}\n"));
        assertEquals(
                "x.yaml:5:1: an audit uses a tenth of the tolerance, and a hundredth where the spike count differs; below"
                        + " 1E-11 rounding decides, so the tolerance must be at least 1E-9, found 1E-10",
                fault("""
                        name: x
                        neuron: HHDoubleDormandPrince
                        duration: 1
                        sweep: {tolerance: [0.1, 1e-10]}
                        audit: {fraction: 1}
                        """));
    }

    private static RowReader readAll(SweepDefinition definition) {
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("status"));
        while (reader.next()) {
            assertTrue(reader.rows() > 0);
        }
        return reader;
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    @SuppressWarnings("unchecked")
    private static List<List<Double>> times(SweepDefinition definition) {
        return rows(definition).stream()
                .map(row -> (List<Double>) row.get("spike_times_ms"))
                .toList();
    }
}
