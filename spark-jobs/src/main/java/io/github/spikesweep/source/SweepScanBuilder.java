package io.github.spikesweep.source;

import io.github.spikesweep.space.Condition;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.SweepRows;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restricts the simulation to the columns, the rows and the number of rows that a query asks for. */
final class SweepScanBuilder
        implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters, SupportsPushDownLimit {
    private static final Logger LOG = LoggerFactory.getLogger(SweepScanBuilder.class);

    private final SweepDefinition definition;
    private final SweepOptions options;
    private final List<Predicate> pushed = new ArrayList<>();
    private RowSet rows;
    private List<Column> wanted;

    SweepScanBuilder(SweepRows table, SweepOptions options) {
        this.definition = table.definition();
        this.options = options;
        this.rows = table.wanted();
        this.wanted = definition.columns();
    }

    @Override
    public void pruneColumns(StructType required) {
        Set<String> names = Arrays.stream(required.fieldNames()).collect(Collectors.toSet());
        wanted = definition.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    /**
     * Applies conditions on single columns and hands the rest back: Spark evaluates that on the rows. What is a comparison of
     * axes drops rows here too, before they are simulated. A number that an axis is to equal and never does is logged.
     */
    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        List<Condition> conditions = new ArrayList<>();
        List<Predicate> rest = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<Condition> condition = new PredicateTranslation(definition::axisOf)
                    .condition(predicate)
                    .filter(rows::knows);
            condition.ifPresent(conditions::add);
            (condition.isPresent() ? pushed : rest).add(predicate);
        }
        rows = rows.where(conditions);
        for (Condition condition : conditions) {
            definition.space().misses(condition).forEach(miss -> LOG.warn("{}: {}", definition, miss));
        }
        ComparisonTranslation comparisons = new ComparisonTranslation(definition::axisOf, rows::hasNumbers);
        for (Predicate predicate : rest) {
            rows = comparisons.comparison(predicate).map(rows::unlessFalse).orElse(rows);
        }
        return rest.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    /** Spark only pushes down a limit if no predicate is left for it to evaluate. It still applies the limit itself. */
    @Override
    public boolean pushLimit(int limit) {
        if (rows.isFiltered()) {
            return false; // How many candidates this needs is not known yet. Spark stops when it has enough.
        }
        rows = rows.slice(0, Math.min(limit, rows.candidates().size()));
        return true;
    }

    @Override
    public Scan build() {
        return new SweepScan(definition, rows, wanted, pushed, options);
    }
}
