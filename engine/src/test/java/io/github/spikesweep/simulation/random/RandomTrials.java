package io.github.spikesweep.simulation.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Rows of a random model, and the trials that simulate them side by side. */
final class RandomTrials {
    private final RandomModel random;
    private final Model model;
    private final Method method;
    private final SplittableRandom choice;
    /** Whether the parameters are the same in all rows. */
    private final boolean held;

    private final List<Row> rows = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();

    /** @throws io.github.spikesweep.document.InputException if the model is refused */
    RandomTrials(RandomModel random, int count, SplittableRandom choice) {
        this.random = random;
        this.choice = choice;
        this.model = ModelReader.read("random.yaml", random.text().getBytes(StandardCharsets.UTF_8));
        List<Method> methods = Method.of(random, model, input());
        this.method = methods.get(choice.nextInt(methods.size()));
        this.held = choice.nextBoolean();
        KernelSpec spec = spec();
        double transientTime = random.transientSteps() * random.step();
        Protocol protocol = method.integrator().isAdaptive()
                ? Protocol.adaptive(random.duration(), transientTime, Expectation.TOLERANCE)
                : Protocol.fixed(random.step(), random.steps(), random.transientSteps());
        for (int k = 0; k < count; k++) {
            Row row = row(k);
            rows.add(row);
            double[] quantities = Arrays.copyOf(row.parameters, row.parameters.length + row.ofInput.length);
            System.arraycopy(row.ofInput, 0, quantities, row.parameters.length, row.ofInput.length);
            trials.add(new Trial(spec, protocol, quantities, row.initial.clone()));
        }
    }

    private Expression input() {
        return ExpressionParser.parse(random.input().text(), Position.startOf("input"), List.of("t", "ia", "ib"));
    }

    private KernelSpec spec() {
        List<String> names = List.of("ia", "ib");
        Set<String> varying = new HashSet<>(names);
        if (!held) {
            varying.addAll(model.parameterNames());
        }
        Set<Integer> recorded =
                choice.nextBoolean() ? Set.of() : Set.of(model.variables().size() - 1);
        return new KernelSpec(
                model, method.integrator(), method.precision(), input(), names, Noise.NONE, varying, recorded);
    }

    Method method() {
        return method;
    }

    List<Row> rows() {
        return rows;
    }

    List<Trial> trials() {
        return trials;
    }

    private Row row(int index) {
        double[] parameters =
                random.constants().stream().mapToDouble(Double::doubleValue).toArray();
        for (int p = 0; p < parameters.length; p++) {
            double varied = parameters[p] * choice.nextDouble(0.8, 1.2);
            // The last one is a time.
            varied = p < parameters.length - 1 ? varied : Math.rint(varied / random.step()) * random.step();
            parameters[p] = nearest(index == 0 || held ? parameters[p] : varied);
        }
        double[] ofInput = {nearest(choice.nextDouble(0.2, 1.5)), nearest(choice.nextDouble(-0.5, 0.5))};
        double[] initial = new double[random.variables().size()];
        Row row = new Row(parameters, ofInput, initial);
        Moment moment = random.moment(row, Roundoff.none(Precision.DOUBLE));
        InitialState state = new InitialState(
                model, name -> parameters[model.parameterNames().indexOf(name)], Map.of());
        for (int v = 0; v < initial.length; v++) {
            RandomModel.RandomVariable variable = random.variables().get(v);
            double value = variable.initial().at(moment);
            moment.names[v] = value;
            assertEquals(value, state.of(variable.name()), 1e-12 * (1 + Math.abs(value)), random.text());
            boolean special = !Double.isNaN(variable.special()) && choice.nextInt(4) == 0;
            double off = choice.nextInt(3) == 0 ? choice.nextDouble(-1e-5, 1e-5) : 0;
            initial[v] = nearest(special ? variable.special() + off : value);
        }
        return row;
    }

    private double nearest(double value) {
        return method.precision().nearest(value);
    }
}
