package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Computes some rows of a sweep again with finer steps, and those that differ much a third time. Not thread-safe.
 */
final class RowAudit {
    /** If a spike moves by more than this many tolerances, the error does not follow from the tolerance. */
    private static final double SUSPICIOUS = 100;

    /** Computes rows with other protocols than those of the sweep. */
    interface Again {
        List<Row> rows(List<Point> points, UnaryOperator<Protocol> steps);
    }

    private final SweepDefinition definition;
    private final Find find;

    private AuditReport found = AuditReport.NONE;
    private long neuronSteps;

    /** @param find what the rows look for */
    RowAudit(SweepDefinition definition, Find find) {
        this.definition = definition;
        this.find = find;
    }

    /** Adds what the chosen ones of some rows tell. */
    void add(List<Row> rows, Again again) {
        List<Row> chosen = rows.stream()
                .filter(row -> row.outcome().isPresent())
                .filter(row -> definition.audit().chooses(row.point().id()))
                .toList();
        List<Row> finer = again.rows(points(chosen.stream()), Audit::finer);
        BitSet different = new BitSet();
        for (int i = 0; i < chosen.size(); i++) {
            different.set(i, needsThird(chosen.get(i), finer.get(i)));
        }
        List<Row> finest = again.rows(points(different.stream().mapToObj(chosen::get)), Audit::finest);
        int third = 0;
        for (int i = 0; i < chosen.size(); i++) {
            Row last = different.get(i) ? finest.get(third++) : finer.get(i);
            found = found.plus(AuditReport.of(find, chosen.get(i), finer.get(i), last));
        }
        neuronSteps += Stream.concat(finer.stream(), finest.stream())
                .mapToLong(Row::neuronSteps)
                .sum();
    }

    private static List<Point> points(Stream<Row> rows) {
        return rows.map(Row::point).toList();
    }

    /** Whether the second run of a row shows that it may be wrong itself. */
    private boolean needsThird(Row table, Row finer) {
        if (AuditReport.differ(find, table, finer)) {
            return true;
        }
        return find.isPresent()
                ? AuditReport.foundApart(find, table, finer) > find.tolerance()
                : definition.protocol(table.point()) instanceof Protocol.Adaptive adaptive
                        && AuditReport.moved(table, finer) > SUSPICIOUS * adaptive.tolerance();
    }

    AuditReport found() {
        return found;
    }

    long neuronSteps() {
        return neuronSteps;
    }
}
