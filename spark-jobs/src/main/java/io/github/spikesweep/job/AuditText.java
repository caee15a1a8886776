package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.rows.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes an audit in words. */
public final class AuditText {
    /** Of a row with more axes, only its id is shown. */
    private static final int MOST_AXES = 4;

    private final SweepDefinition definition;

    private AuditText(SweepDefinition definition) {
        this.definition = definition;
    }

    /** What the audit of a sweep has found, in lines; none if there was no audit. */
    public static List<String> of(SweepDefinition definition, AuditReport found) {
        if (!definition.isAudited()) {
            return List.of();
        }
        return found.rows() == 0 ? List.of("no rows were chosen") : new AuditText(definition).lines(found);
    }

    private List<String> lines(AuditReport found) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.counted(found.rows(), "row") + " again at " + new SweepMethod(definition).auditSteps());
        boolean finds = definition.find().isPresent();
        lines.add(finds ? statuses(found) : counts(found));
        if (found.unsettledRows() > 0) {
            lines.add("in %s of these %s changed again with still finer steps, so the error may be larger"
                    .formatted(Figures.count(found.unsettledRows()), finds ? "that" : "the count"));
        }
        lines.add(finds ? values(found.value()) : times(found.time()));
        return lines;
    }

    private static String statuses(AuditReport found) {
        return found.differentRows() == 0
                ? "find_status: identical"
                : "find_status: different in " + Figures.counted(found.differentRows(), "row");
    }

    private String values(AuditReport.Value most) {
        String name = definition.find().name();
        if (most.difference() == 0) {
            return name + ": identical";
        }
        String unit = definition.outputs().stream()
                .filter(Output.Found.class::isInstance)
                .map(output -> " " + output.column().unit())
                .findFirst()
                .orElseThrow();
        return "%s: largest difference %s%s, in %s, which has %s"
                .formatted(
                        name,
                        Figures.bound(most.difference()),
                        unit.stripTrailing(),
                        row(most.id()),
                        Figures.number(most.table()));
    }

    private String counts(AuditReport found) {
        AuditReport.Count most = found.count();
        return found.differentRows() == 0
                ? "spike counts: identical"
                : "spike counts: different in %s, most in %s: %s in the table, %s with finer steps"
                        .formatted(
                                Figures.counted(found.differentRows(), "row"),
                                row(most.id()),
                                shown(most.table()),
                                shown(most.finer()));
    }

    private static String shown(long count) {
        return count == AuditReport.DIVERGED ? "diverged" : Figures.count(count);
    }

    private String times(AuditReport.Time most) {
        if (most.difference() == 0) {
            return "spike times: identical";
        }
        String difference =
                (Figures.bound(most.difference()) + " " + definition.neurons().timeUnit()).strip();
        return "spike times: largest difference %s, in %s, %s".formatted(difference, row(most.id()), spike(most));
    }

    private static String spike(AuditReport.Time most) {
        if (most.spikes() == 1) {
            return "its only spike";
        }
        return most.spike() == most.spikes()
                ? "the last of %s spikes".formatted(Figures.count(most.spikes()))
                : "spike %s of %s".formatted(Figures.count(most.spike()), Figures.count(most.spikes()));
    }

    private String row(long id) {
        return row(definition, id);
    }

    /** {@code row 17 (input 0.4)}. */
    static String row(SweepDefinition definition, long id) {
        Point point = new Point(definition.space(), id);
        List<Axis> axes = definition.space().axes();
        List<String> values = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            values.add(axes.get(axis).name() + " "
                    + (axes.get(axis).isNumeric() ? Figures.number(point.value(axis)) : point.name(axis)));
        }
        boolean shown = !values.isEmpty() && values.size() <= MOST_AXES;
        return "row " + Figures.count(id) + (shown ? " (" + String.join(", ", values) + ")" : "");
    }

    /** What the audit of a sweep will do; empty if there is none. */
    static Optional<String> plan(SweepDefinition definition) {
        Audit audit = definition.audit();
        return definition.isAudited()
                ? Optional.of("%s of the rows again at %s, chosen by seed %d; and a third time if they differ much"
                        .formatted(percent(audit.fraction()), new SweepMethod(definition).auditSteps(), audit.seed()))
                : Optional.empty();
    }

    /** What the audit of a refined sweep will do besides; empty if there is none. */
    static Optional<String> planOfFilled(SweepDefinition definition) {
        return definition.isAudited() && definition.isRefined()
                ? Optional.of("%s of the rows that are not simulated, to see whether their classes were told right"
                        .formatted(percent(definition.audit().fraction())))
                : Optional.empty();
    }

    private static String percent(double fraction) {
        return fraction == 1 ? "all" : "about " + Figures.number(100 * fraction) + " %";
    }
}
