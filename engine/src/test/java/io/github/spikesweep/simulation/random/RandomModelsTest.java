package io.github.spikesweep.simulation.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelReader;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random models, read and simulated as those of users are: every row is right, or diverged where it should be. How many, and from which seed, is set by
 * {@code -Drandom.models=2000 -Drandom.seed=1}.
 */
class RandomModelsTest {
    private static final int MODELS = Integer.getInteger("random.models", 200);
    private static final long SEED = Long.getLong("random.seed", 1);
    private static final int METHODS = 2;
    private static final int ROWS = 3;

    private final List<String> faults = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int refused;

    private enum Verdict {
        RIGHT,
        DIVERGED,
        SENSITIVE,
        WRONG
    }

    @Test
    void everyRowIsRightOrDiverged() {
        for (long seed = SEED; seed < SEED + MODELS; seed++) {
            check(seed);
        }
        System.out.println(counts + " refused " + refused);
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults:\n"
                        + String.join("\n\n", faults.subList(0, Math.min(faults.size(), 10))));
    }

    private void check(long seed) {
        RandomModel random = ModelMaker.of(seed);
        SplittableRandom choice = new SplittableRandom(-seed);
        try {
            Model model = ModelReader.read("random.yaml", random.text().getBytes(StandardCharsets.UTF_8));
            List<Method> methods = new ArrayList<>(Method.of(random));
            for (int k = 0; k < METHODS && !methods.isEmpty(); k++) {
                Method method = methods.remove(choice.nextInt(methods.size()));
                check(seed, random, model, method, choice);
            }
        } catch (InputException e) {
            refused++;
            if (!e.getMessage().contains("too large")) {
                faults.add("seed " + seed + ": " + e.getMessage() + "\n" + random.text());
            }
        }
    }

    private void check(long seed, RandomModel random, Model model, Method method, SplittableRandom choice) {
        Expression input =
                ExpressionParser.parse(random.input().text(), Position.startOf("input"), List.of("t", "ia", "ib"));
        boolean held = choice.nextBoolean();
        Set<String> varying = new HashSet<>(List.of("ia", "ib"));
        if (!held) {
            varying.addAll(model.parameterNames());
        }
        Set<Integer> recorded =
                choice.nextBoolean() ? Set.of() : Set.of(model.variables().size() - 1);
        KernelSpec spec = new KernelSpec(
                model,
                method.integrator(),
                method.precision(),
                input,
                List.of("ia", "ib"),
                Noise.NONE,
                varying,
                recorded);
        Protocol protocol = method.integrator().isAdaptive()
                ? Protocol.adaptive(random.duration(), 0, Expectation.TOLERANCE)
                : Protocol.fixed(random.step(), random.steps(), 0);
        List<Row> rows = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < ROWS; k++) {
            Row row = row(random, model, method.precision(), choice, k, held);
            rows.add(row);
            double[] quantities = Arrays.copyOf(row.parameters, row.parameters.length + 2);
            quantities[quantities.length - 2] = row.ofInput[0];
            quantities[quantities.length - 1] = row.ofInput[1];
            trials.add(new Trial(spec, protocol, quantities, row.initial.clone()));
        }
        List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(trials);
        for (int k = 0; k < ROWS; k++) {
            Expectation expected = Expectation.of(random, rows.get(k), method);
            List<String> wrong = new ArrayList<>();
            Verdict verdict = compare(random, method, expected, outcomes.get(k), wrong);
            counts.merge(verdict, 1, Integer::sum);
            if (!wrong.isEmpty()) {
                faults.add("seed " + seed + ", " + method + ", row " + k + " " + show(rows.get(k)) + ", step "
                        + random.step() + ", duration " + random.duration() + ", input "
                        + random.input().text() + ": " + wrong + expected + "\n" + random.text());
            }
        }
    }

    private static String show(Row row) {
        return Arrays.toString(row.parameters) + Arrays.toString(row.ofInput) + Arrays.toString(row.initial);
    }

    private static Row row(
            RandomModel random, Model model, Precision precision, SplittableRandom choice, int k, boolean held) {
        double[] parameters =
                random.constants().stream().mapToDouble(Double::doubleValue).toArray();
        for (int p = 0; p < parameters.length; p++) {
            boolean time = p == parameters.length - 1;
            double factor = choice.nextDouble(0.8, 1.2);
            double varied =
                    time ? Math.rint(parameters[p] * factor / random.step()) * random.step() : parameters[p] * factor;
            parameters[p] = precision.nearest(k == 0 || held ? parameters[p] : varied);
        }
        double[] ofInput = {
            precision.nearest(choice.nextDouble(0.2, 1.5)), precision.nearest(choice.nextDouble(-0.5, 0.5))
        };
        double[] initial = new double[random.variables().size()];
        Moment moment = random.moment(new Row(parameters, ofInput, initial), Roundoff.none(precision));
        InitialState state = new InitialState(
                model, name -> parameters[model.parameterNames().indexOf(name)], Map.of());
        for (int v = 0; v < initial.length; v++) {
            RandomModel.RandomVariable variable = random.variables().get(v);
            double value = variable.initial().at(moment);
            assertEquals(value, state.of(variable.name()), 1e-12 * (1 + Math.abs(value)), random.text());
            boolean special = !Double.isNaN(variable.special()) && choice.nextInt(4) == 0;
            double off = choice.nextInt(3) == 0 ? choice.nextDouble(-1e-5, 1e-5) : 0;
            initial[v] = precision.nearest(special ? variable.special() + off : value);
            moment.names[v] = value;
        }
        return new Row(parameters, ofInput, initial);
    }

    private static Verdict compare(
            RandomModel random, Method method, Expectation expected, Outcome outcome, List<String> wrong) {
        if (outcome.diverged()) {
            if (!expected.mayDiverge()) {
                wrong.add("diverged at " + outcome.divergedAt());
            }
            return Verdict.DIVERGED;
        }
        if (expected.mustDiverge()) {
            wrong.add("did not diverge");
            return Verdict.WRONG;
        }
        if (expected.isSensitive()) {
            return Verdict.SENSITIVE;
        }
        for (int v = 0; v < random.variables().size(); v++) {
            double end = outcome.end(v);
            double truth = expected.course().end[v];
            if (!(Math.abs(end - truth) <= expected.tolerance(v))) {
                wrong.add("%s is %s, not %s, off by %.3g, accepted %.3g"
                        .formatted(random.variables().get(v).name(), end, truth, end - truth, expected.tolerance(v)));
            }
        }
        int spikes = outcome.spikes().count();
        if (spikes < expected.fewestSpikes() || spikes > expected.mostSpikes()) {
            wrong.add(spikes + " spikes, not " + expected.mostSpikes());
        } else if (spikes > 0) {
            double last = outcome.spikes().last();
            double most = method.integrator().isAdaptive() ? 10 * Expectation.TOLERANCE : 1e-9 * random.duration();
            double early = expected.earliest(spikes - 1);
            double late = expected.latest(spikes - 1);
            most += method.integrator().isAdaptive() ? 10 * (late - early) : 0;
            if (last < early - most || last > late + most) {
                wrong.add("last spike at %s, not from %s to %s".formatted(last, early, late));
            }
        }
        return wrong.isEmpty() ? Verdict.RIGHT : Verdict.WRONG;
    }
}
