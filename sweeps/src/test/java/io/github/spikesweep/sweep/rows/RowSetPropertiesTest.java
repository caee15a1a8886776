package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Literal;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Relation;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.reading.RandomFormula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares rows that expressions and conditions keep with those that satisfy them one by one. */
class RowSetPropertiesTest {
    private static final List<Relation> RELATIONS = List.of(Relation.values());
    private static final List<String> AXES = List.of("gna", "gk", "gl", "vl", "replicate");
    private static final ParameterSpace SMALL = space("""
            sweep:
              - grid: {gna: {linspace: [-1, 2, 7]}}
              - zip: {gk: [3, -2.5, 0, 0.1, 3], gl: {range: [2, 0, -0.5]}}
              - sample: {method: sobol, count: 6, within: {vl: [0, 3]}}
              - replicates: 3
            """);

    private static final ParameterSpace CUBE = space("""
            sweep:
              gna: {linspace: [0, 1, 1000]}
              gk: {linspace: [0, 1, 1000]}
              gl: {linspace: [0, 1, 1000]}
            """);

    @Property(tries = 500)
    void rowsAreThoseThatSatisfyEverything(@ForAll @IntRange(max = 2) int count, @ForAll Random random) {
        List<Expression> expressions = expressions(count, random);
        List<Condition> conditions = conditions(random);
        RowSet rows = RowSet.of(SMALL, new Constraint(expressions)).where(conditions);
        List<Long> wanted = LongStream.range(0, SMALL.size())
                .filter(id -> isKept(new Point(SMALL, id), expressions, conditions))
                .boxed()
                .toList();
        assertEquals(new RowCount(wanted.size(), true), rows.count());
        assertEquals(
                wanted,
                LongStream.range(0, SMALL.size()).filter(rows::contains).boxed().toList());
        assertEquals(wanted, ids(rows));
        assertEquals(wanted.isEmpty(), rows.isSurelyEmpty());
    }

    @Property(tries = 200)
    void slicesAndOrderOfConditionsChangeNoRow(@ForAll @IntRange(min = 1, max = 7) int parts, @ForAll Random random) {
        Constraint constraint = new Constraint(expressions(1, random));
        List<Condition> conditions = conditions(random);
        RowSet rows = RowSet.of(SMALL, constraint).where(conditions);
        List<Condition> shuffled = new ArrayList<>(conditions);
        Collections.shuffle(shuffled, random);
        RowSet stepwise = RowSet.of(SMALL, constraint);
        for (Condition condition : shuffled) {
            stepwise = stepwise.where(List.of(condition));
        }
        assertEquals(ids(rows), ids(stepwise));
        List<Long> inParts = new ArrayList<>();
        long counted = 0;
        for (RowSet part : Rows.parts(rows, parts)) {
            inParts.addAll(ids(part));
            counted += part.count().rows();
        }
        assertEquals(ids(rows), inParts);
        assertEquals(rows.count().rows(), counted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(gna > 0.5) * (gk > 0.5) | 0.25",
                "gna < gk | 0.4995",
                "gna + gk + gl < 1 | 0.16666666666666667",
                "gna^2 + gk^2 < 1 | 0.7853981633974483",
                "floor(1000 * gl) - 10 * floor(100 * gl) < 3 | 0.3",
            })
    void sharesOfManyRowsAreEstimated(String expression, double share) {
        RowSet rows = RowSet.of(CUBE, new Constraint(List.of(parse(expression))));
        assertTrue(rows.isFiltered());
        assertEstimated(share * 1e9, rows);
        RowSet half = rows.where(List.of(Condition.compare("id", Relation.LESS, 500_000_000)));
        assertFalse(half.count().exact());
        assertTrue(half.count().rows() <= 500_000_000);
    }

    /** The estimated share of rows, if a condition without a filter leaves some. */
    @Tag("thorough")
    @Property(tries = 20)
    void anyShareIsEstimated(
            @ForAll @DoubleRange(min = 0.1, max = 1) double share,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double half) {
        RowSet rows = RowSet.of(CUBE, new Constraint(List.of(parse("gna + 0 * gk < " + share))))
                .where(List.of(Condition.compare("gl", Relation.LESS, half)));
        long candidates = 1_000_000
                * LongStream.range(0, 1_000)
                        .filter(i -> CUBE.axes().get(2).value(i) < half)
                        .count();
        long kept = LongStream.range(0, 1_000)
                .filter(i -> CUBE.axes().get(0).value(i) < share)
                .count();
        assertEquals(candidates, rows.candidates().size());
        assertEstimated(kept / 1_000.0 * candidates, rows);
    }

    private static void assertEstimated(double rows, RowSet found) {
        assertFalse(found.count().exact());
        assertEquals(rows, (double) found.count().rows(), 0.03 * rows);
    }

    private static List<Long> ids(RowSet rows) {
        return LongStream.range(0, rows.candidates().size())
                .mapToObj(rows::point)
                .flatMap(point -> point.stream())
                .map(Point::id)
                .toList();
    }

    private static boolean isKept(Point point, List<Expression> expressions, List<Condition> conditions) {
        for (Expression expression : expressions) {
            double value = Evaluator.evaluate(
                    expression, name -> point.value(SMALL.axis(name).orElseThrow()));
            if (value == 0 || Double.isNaN(value)) {
                return false;
            }
        }
        return conditions.stream().allMatch(condition -> condition.accepts(literal(point, condition.column())));
    }

    private static Literal literal(Point point, String column) {
        return column.equals("id")
                ? new Literal.Whole(point.id())
                : new Literal.Real(point.value(SMALL.axis(column).orElseThrow()));
    }

    /** Half of them compare an axis with a number, which needs no filter. */
    private static List<Expression> expressions(int count, Random random) {
        RandomFormula formula = new RandomFormula(random);
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String axis = AXES.get(random.nextInt(AXES.size()));
            String relation = List.of("<", "<=", "==", "!=", ">", ">=").get(random.nextInt(6));
            expressions.add(parse(
                    random.nextBoolean()
                            ? axis + relation + RandomFormula.number(random)
                            : "(" + formula.of(AXES) + ")" + relation + axis));
        }
        return expressions;
    }

    private static List<Condition> conditions(Random random) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String axis = AXES.get(random.nextInt(AXES.size()));
            Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
            double number = random.nextInt(9) / 2.0 - 1;
            conditions.add(
                    random.nextInt(4) == 0
                            ? Condition.compare("id", relation, random.nextInt((int) SMALL.size()))
                            : Condition.compare(axis, relation, number));
        }
        return conditions;
    }

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, Position.startOf("where"), AXES);
    }

    private static ParameterSpace space(String sweep) {
        return Sweeps.read(Sweeps.SHORT + sweep).space();
    }
}
