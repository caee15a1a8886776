package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.AuditReport;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import java.util.Optional;

/** Describes an audit in words. */
final class AuditText {
    private AuditText() {}

    /** What the audit of a sweep has found; empty if there was none. */
    static Optional<String> of(SweepDefinition definition, AuditReport found) {
        if (!definition.isAudited()) {
            return Optional.empty();
        }
        if (found.rows() == 0) {
            return Optional.of("no rows were chosen");
        }
        String times = (Figures.bound(found.timeDifference()) + " "
                        + definition.neurons().timeUnit())
                .strip();
        return Optional.of("%s again at %s: spike counts %s, spike times %s%s"
                .formatted(
                        shown(found.rows()),
                        new SweepMethod(definition).auditSteps(),
                        found.countDifference() == 0
                                ? "are identical"
                                : "differ by at most " + Figures.count(found.countDifference()),
                        found.timeDifference() == 0 ? "are identical" : "differ by at most " + times,
                        unsettled(found)));
    }

    private static String unsettled(AuditReport found) {
        return found.unsettledRows() == 0
                ? ""
                : "; in %s the count changed again with still finer steps, so the error may be larger"
                        .formatted(shown(found.unsettledRows()));
    }

    private static String shown(long rows) {
        return rows == 1 ? "1 row" : Figures.count(rows) + " rows";
    }

    /** What the audit of a sweep will do; empty if there is none. */
    static Optional<String> plan(SweepDefinition definition) {
        Audit audit = definition.audit();
        return definition.isAudited()
                ? Optional.of("%s of the rows again at %s, chosen by seed %d"
                        .formatted(percent(audit.fraction()), new SweepMethod(definition).auditSteps(), audit.seed()))
                : Optional.empty();
    }

    private static String percent(double fraction) {
        return fraction == 1 ? "all" : "about " + Figures.number(100 * fraction) + " %";
    }
}
