package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.single.Neuron;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row has the same bits however many rows run beside it, and so does a neuron stepped by hand. */
@OneIn(9)
class LaneIndependenceTest {
    private static final Protocol.Fixed SHORT = Protocol.fixed(0.02, 1_000, 100);
    private static final Protocol.Fixed ITERATIONS = Protocol.fixed(1, 1_000, 100);
    private static final int ROWS = 300;
    private static final List<String> MODELS = ModelCatalog.names();

    /** Every model by one method, and every method on a smooth model and on one that resets; the models by turns in one precision and the other. */
    private static List<NeuronName> usual() {
        return fixedSteps().filter(LaneIndependenceTest::isUsual).toList();
    }

    private static List<NeuronName> others() {
        return fixedSteps().filter(name -> !isUsual(name)).toList();
    }

    private static Stream<NeuronName> fixedSteps() {
        return NeuronName.everyName().stream().filter(name -> !name.integrator().isAdaptive());
    }

    private static boolean isUsual(NeuronName name) {
        boolean inItsTurn = (MODELS.indexOf(name.model()) % 2 == 0) == (name.precision() == Precision.DOUBLE);
        return inItsTurn
                && (Set.of(Integrator.RK4, Integrator.MAP).contains(name.integrator())
                        || Set.of("HH", "Izhikevich").contains(name.model()));
    }

    private static List<Trial> trials(NeuronName name) {
        boolean map = name.integrator() == Integrator.MAP;
        return TrialSeries.scan(name, map ? ITERATIONS : SHORT, ROWS);
    }

    @ParameterizedTest
    @MethodSource("usual")
    void bitsDoNotDependOnTheOtherRows(NeuronName name) {
        assertBitsAreOfTheRowAlone(name);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("others")
    void norDoOtherNeuronsBits(NeuronName name) {
        assertBitsAreOfTheRowAlone(name);
    }

    /** With other numbers of lanes, among other rows, and stepped by hand. */
    private static void assertBitsAreOfTheRowAlone(NeuronName name) {
        List<Trial> trials = trials(name);
        List<String> expected = bits(run(trials, 256));
        assertEquals(expected, bits(run(trials, 257)));
        for (int lanes : new int[] {1, 3}) {
            assertEquals(expected.subList(0, 21), bits(run(trials.subList(0, 21), lanes)), lanes + " lanes");
        }
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<String> backwards = bits(run(reversed, 256));
        Collections.reverse(backwards);
        assertEquals(expected, backwards);
        assertSteppedByHand(name, trials.get(137));
    }

    private static List<Outcome> run(List<Trial> trials, int lanes) {
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES), lanes).run(trials);
    }

    private static void assertSteppedByHand(NeuronName name, Trial trial) {
        Outcome outcome = new Simulator(Recording.BASIC).run(List.of(trial)).get(0);
        Neuron neuron = Neuron.create(name.toString());
        List<Parameter> parameters = trial.kernel().model().parameters();
        for (int q = 0; q < parameters.size(); q++) {
            neuron.setParameter(parameters.get(q).name(), trial.quantities()[q]);
        }
        Protocol.Fixed protocol = (Protocol.Fixed) trial.protocol();
        for (int step = 0; step < protocol.steps(); step++) {
            neuron.addSynapticInput(trial.quantities()[parameters.size()]);
            neuron.step(protocol.step());
        }
        List<String> variables = trial.kernel().model().variableNames();
        for (int v = 0; v < variables.size(); v++) {
            assertEquals(bits(outcome.end(v)), bits(neuron.get(variables.get(v))), variables.get(v));
        }
    }

    @Test
    void bitsDoNotDependOnWhichQuantitiesVary() {
        List<Trial> some = TrialSeries.hodgkinHuxley(Precision.DOUBLE, Integrator.RK4, SHORT, 40);
        KernelSpec one = some.get(0).kernel();
        KernelSpec every = KernelSpec.heldInput(
                one.model(), one.integrator(), one.precision(), new HashSet<>(one.quantities()), Set.of());
        List<Trial> all = some.stream()
                .map(t -> new Trial(every, t.protocol(), t.quantities(), t.initial()))
                .toList();
        assertEquals(
                bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(some)),
                bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(all)));
    }

    private static List<String> bits(List<Outcome> outcomes) {
        List<String> bits = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            StringBuilder row = new StringBuilder();
            for (double time : outcome.spikes().times()) {
                row.append(bits(time)).append(' ');
            }
            for (int v = 0; v < 2; v++) {
                row.append(bits(outcome.end(v)))
                        .append(' ')
                        .append(bits(outcome.maximum(v)))
                        .append(' ');
            }
            bits.add(row.append(outcome.diverged()).toString());
        }
        return bits;
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value));
    }
}
