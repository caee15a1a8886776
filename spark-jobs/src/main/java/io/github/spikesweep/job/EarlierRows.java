package io.github.spikesweep.job;

import io.github.spikesweep.results.AuditReport;
import io.github.spikesweep.results.Contents;
import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import java.util.Optional;

/** What is known of rows that earlier runs have written. */
final class EarlierRows {
    private EarlierRows() {}

    /**
     * Their totals: what the files tell is taken from there, since a run that was killed may not have recorded its last wave; the
     * rest from the record.
     */
    static RunTotals totals(SweepDefinition definition, Contents contents, Optional<EarlierRun> earlier) {
        List<WaveRecord> waves = earlier.map(EarlierRun::waves).orElse(List.of());
        RunTotals recorded = waves.stream().map(WaveRecord::totals).reduce(RunTotals.NONE, RunTotals::plus);
        boolean stepsAreKnown = definition.hasEqualSteps() && !definition.isAudited();
        return new RunTotals(
                contents.rows(),
                stepsAreKnown ? contents.rows() * definition.steps(0) : recorded.neuronSteps(),
                has(definition, "spike_count") ? contents.spikes() : recorded.spikes(),
                has(definition, "status") ? contents.divergedRows() : recorded.divergedRows(),
                contents.rows(),
                contents.rows() == 0 ? AuditReport.NONE : recorded.audit());
    }

    private static boolean has(SweepDefinition definition, String column) {
        return definition.columns().stream().anyMatch(found -> found.name().equals(column));
    }
}
