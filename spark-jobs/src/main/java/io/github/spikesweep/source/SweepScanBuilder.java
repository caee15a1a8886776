package io.github.spikesweep.source;

import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Narrows what a query makes SpikeSweep simulate: to the columns, the rows and the number of rows that it asks for. */
final class SweepScanBuilder
        implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters, SupportsPushDownLimit {
    private final SweepDefinition definition;
    private final SweepOptions options;
    private final List<Predicate> pushed = new ArrayList<>();
    private Selection selection;
    private List<Column> wanted;

    SweepScanBuilder(SweepDefinition definition, SweepOptions options) {
        this.definition = definition;
        this.options = options;
        this.selection = Selection.all(definition.space());
        this.wanted = definition.columns();
    }

    @Override
    public void pruneColumns(StructType required) {
        Set<String> names = Arrays.stream(required.fieldNames()).collect(Collectors.toSet());
        wanted = definition.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    /** Applies what {@link Selection} can answer exactly and hands the rest back: Spark evaluates that on the rows. */
    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        List<Condition> conditions = new ArrayList<>();
        List<Predicate> rest = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<Condition> condition =
                    PredicateTranslation.condition(predicate).filter(selection::answers);
            condition.ifPresent(conditions::add);
            (condition.isPresent() ? pushed : rest).add(predicate);
        }
        selection = selection.where(conditions);
        return rest.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    /** Spark offers a limit only if no predicate is left for it to evaluate. It still counts the rows itself. */
    @Override
    public boolean pushLimit(int limit) {
        selection = selection.slice(0, Math.min(limit, selection.size()));
        return true;
    }

    @Override
    public Scan build() {
        return new SweepScan(definition, selection, wanted, pushed, options);
    }
}
