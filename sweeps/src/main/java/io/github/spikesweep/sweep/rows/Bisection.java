package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.FindStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Finds the value at which a condition starts to hold, in each row by itself: a trial simulates side by side those
 * rows of a block that are not decided yet, each at its own value.
 *
 * @param find what is found
 * @param simulation the rows at points that have such a value; one for each, in the same order
 */
record Bisection(SweepDefinition definition, Find find, Function<List<Point>, List<Row>> simulation) {
    /**
     * One in which each trial finds anew what is found within.
     *
     * @param simulation simulates rows at points that have a value of all that is found
     */
    static Bisection of(SweepDefinition definition, Find find, Function<List<Point>, List<Row>> simulation) {
        Function<List<Point>, List<Row>> trial = simulation;
        for (Find inner : find.inner()) {
            trial = of(definition, inner, simulation)::rows;
        }
        return new Bisection(definition, find, trial);
    }

    /** The rows at some points. */
    List<Row> rows(List<Point> points) {
        List<Search> searches = points.stream().map(Search::new).toList();
        trial(searches, search -> find.low());
        trial(searches, search -> find.high());
        for (int i = 0; i < find.halvings(); i++) {
            trial(searches, search -> Find.between(search.low, search.high));
        }
        return searches.stream().map(Search::row).toList();
    }

    private void trial(List<Search> searches, ToDoubleFunction<Search> value) {
        List<Search> open = searches.stream().filter(search -> search.isOpen).toList();
        List<Point> points = open.stream()
                .map(search -> find.at(search.point, value.applyAsDouble(search)))
                .toList();
        List<Row> rows = simulation.apply(points);
        for (int i = 0; i < open.size(); i++) {
            open.get(i).take(rows.get(i), value.applyAsDouble(open.get(i)), holds(rows.get(i)));
        }
    }

    private boolean holds(Row row) {
        Model model =
                definition.models().get(row.point().index(definition.neurons().model()));
        return !row.diverged()
                && find.condition().holds(row.measured(), model, definition.timing(), name -> coordinate(row, name));
    }

    /** What is found within has a value only where it is found. */
    private double coordinate(Row row, String name) {
        List<Find> inner = find.all().subList(1, find.all().size());
        for (int depth = 0; depth < inner.size(); depth++) {
            if (inner.get(depth).name().equals(name)) {
                return row.valueFound(name, depth);
            }
        }
        return row.point().coordinate(name);
    }

    /** How far a row is: the condition does not hold at {@code low}, and does at {@code high}. */
    private static final class Search {
        private final Point point;
        private double low = Double.NaN;
        private double high = Double.NaN;
        private boolean isOpen = true;
        private Optional<Row> decided = Optional.empty();
        private Optional<FindStatus> found = Optional.empty();
        private long neuronSteps;

        Search(Point point) {
            this.point = point;
        }

        /** The first trial is at the lower end, the second at the upper one. */
        void take(Row row, double value, boolean holds) {
            neuronSteps += row.neuronSteps();
            boolean isFirst = Double.isNaN(low);
            boolean isSecond = !isFirst && Double.isNaN(high);
            if (row.diverged()) {
                close(row, Optional.empty());
            } else if (isFirst && holds) {
                close(row, Optional.of(FindStatus.ALWAYS));
            } else if (isSecond && !holds) {
                close(row, Optional.of(FindStatus.NEVER));
            } else if (holds) {
                high = value;
                decided = Optional.of(row);
                found = Optional.of(FindStatus.FOUND);
            } else {
                low = value;
            }
        }

        private void close(Row row, Optional<FindStatus> status) {
            isOpen = false;
            decided = Optional.of(row);
            found = status;
        }

        Row row() {
            Row last = decided.orElseThrow();
            List<FindStatus> all =
                    Stream.concat(found.stream(), last.found().stream()).toList();
            return new Row(last.point(), last.outcome(), all, neuronSteps);
        }
    }
}
