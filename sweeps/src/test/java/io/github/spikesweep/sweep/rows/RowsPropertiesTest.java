package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.Literal;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Relation;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.reading.RandomSweep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** The values of a row depend only on the sweep and its id, not on what else is read before or beside it. */
class RowsPropertiesTest {
    private static final List<Relation> RELATIONS = List.of(Relation.values());

    @Provide
    Arbitrary<RandomSweep> sweeps() {
        return RandomSweep.ofFewKernels();
    }

    @Tag("thorough")
    @Property(tries = 200)
    void valuesDependOnNeitherSlicesNorTheirOrder(@ForAll("sweeps") RandomSweep sweep, @ForAll Random random) {
        SweepDefinition definition = sweep.read();
        List<String> columns = Sweeps.columns(definition);
        Map<Object, Map<String, Object>> all = byId(Rows.of(definition, RowSet.of(definition), columns));
        List<RowSet> parts = new ArrayList<>(Rows.parts(RowSet.of(definition), 1 + random.nextInt(5)));
        Collections.shuffle(parts, random);
        List<Map<String, Object>> inParts = new ArrayList<>();
        parts.forEach(part -> inParts.addAll(Rows.of(definition, part, columns)));
        assertEquals(all.size(), inParts.size());
        assertEquals(all, byId(inParts));
    }

    @Tag("thorough")
    @Property(tries = 200)
    void valuesDoNotDependOnTheColumnsBesideThem(@ForAll("sweeps") RandomSweep sweep, @ForAll Random random) {
        SweepDefinition definition = sweep.read();
        List<String> columns = Sweeps.columns(definition);
        List<String> wanted = new ArrayList<>(columns);
        Collections.shuffle(wanted, random);
        wanted = wanted.subList(0, 1 + random.nextInt(wanted.size()));
        List<Map<String, Object>> all = Rows.of(definition, RowSet.of(definition), columns);
        List<Map<String, Object>> some = Rows.of(definition, RowSet.of(definition), wanted);
        assertEquals(all.size(), some.size());
        for (int row = 0; row < all.size(); row++) {
            for (String column : wanted) {
                assertEquals(all.get(row).get(column), some.get(row).get(column), column);
            }
        }
    }

    @Tag("thorough")
    @Property(tries = 200)
    void conditionsLeaveOtherRowsAsTheyAre(@ForAll("sweeps") RandomSweep sweep, @ForAll Random random) {
        SweepDefinition definition = sweep.read();
        List<String> columns = Sweeps.columns(definition);
        List<Condition> conditions = conditions(definition.space(), random);
        List<Map<String, Object>> all = Rows.of(definition, RowSet.of(definition), columns);
        List<Map<String, Object>> satisfying = all.stream()
                .filter(row -> conditions.stream().allMatch(condition -> satisfies(row, condition)))
                .toList();
        RowSet chosen = RowSet.of(definition).where(conditions);
        assertEquals(satisfying, Rows.of(definition, chosen, columns));
        assertEquals(new RowCount(satisfying.size(), true), chosen.count());
        assertEquals(
                satisfying.stream().map(row -> row.get("id")).toList(),
                LongStream.range(0, definition.space().size())
                        .filter(chosen::contains)
                        .boxed()
                        .toList());
    }

    /** The file without {@code where} has the same rows and more. */
    @Tag("thorough")
    @Property(tries = 200)
    void whereKeepsTheRowsThatSatisfyIt(@ForAll("sweeps") RandomSweep sweep) {
        SweepDefinition filtered = sweep.read();
        SweepDefinition whole = sweep.read(sweep.text().replaceAll("(?m)^where: .*\n", ""));
        List<String> columns = Sweeps.columns(whole);
        assertEquals(columns, Sweeps.columns(filtered));
        List<Map<String, Object>> kept = Rows.of(whole, RowSet.of(whole), columns).stream()
                .filter(row -> filtered.constraint().expressions().stream()
                        .allMatch(expression -> holds(expression, row, filtered.space())))
                .toList();
        assertEquals(kept, Rows.of(filtered, RowSet.of(filtered), columns));
        assertEquals(kept.size(), RowSet.of(filtered).count().rows());
    }

    /** With adaptive steps, a step ends where the steady state begins, whether it is measured or not. */
    @Test
    void whatIsMeasuredMovesNoStep() {
        SweepDefinition definition = Sweeps.read("""
                name: x
                neuron: HHDoubleDormandPrince
                duration: 100
                tolerance: 0.01
                input: 0.1
                outputs: [maximum_voltage, last_spike_ms, v_final, steady_state_voltage]
                """);
        List<String> columns = List.of("maximum_voltage", "last_spike_ms", "v_final");
        List<String> more = List.of("maximum_voltage", "last_spike_ms", "v_final", "steady_state_voltage");
        Map<String, Object> row =
                Rows.of(definition, RowSet.of(definition), more).get(0);
        row.remove("steady_state_voltage");
        assertEquals(List.of(row), Rows.of(definition, RowSet.of(definition), columns));
    }

    private static Map<Object, Map<String, Object>> byId(List<Map<String, Object>> rows) {
        Map<Object, Map<String, Object>> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.get("id"), row));
        return byId;
    }

    /** Some conditions that SQL may push down, on axes and the id. */
    private static List<Condition> conditions(ParameterSpace space, Random random) {
        List<Condition> conditions = new ArrayList<>();
        for (Axis axis : space.axes()) {
            if (random.nextBoolean()) {
                long index = Math.floorMod(random.nextLong(), axis.size());
                Object literal = axis.isNumeric() ? (Object) axis.value(index) : axis.name(index);
                Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
                Condition condition = Condition.compare(axis.name(), relation, literal);
                conditions.add(random.nextBoolean() ? condition : Condition.not(condition));
            }
        }
        if (random.nextBoolean()) {
            conditions.add(Condition.compare(
                    ParameterSpace.ID, Relation.GREATER, Math.floorMod(random.nextLong(), space.size())));
        }
        return conditions;
    }

    private static boolean satisfies(Map<String, Object> row, Condition condition) {
        return condition.accepts(Literal.of(condition.column(), row.get(condition.column())));
    }

    /** Whether an expression holds in a row, by the values in its columns. */
    private static boolean holds(Expression expression, Map<String, Object> row, ParameterSpace space) {
        double value = Evaluator.evaluate(expression, name -> {
            Axis axis = space.axes().get(space.axis(name).orElseThrow());
            return axis.values() instanceof Labels labels
                    ? labels.names().indexOf(row.get(name))
                    : (double) row.get(name);
        });
        return value != 0 && !Double.isNaN(value);
    }
}
