package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row has the same bits however many rows run beside it, and so does a neuron stepped by hand. */
class LaneIndependenceTest {
    private static final Protocol.Fixed SHORT = Protocol.fixed(0.02, 1_000, 100);
    private static final Protocol.Fixed ITERATIONS = Protocol.fixed(1, 1_000, 100);
    private static final int ROWS = 300;

    private static List<NeuronName> neurons() {
        return NeuronName.everyName().stream()
                .filter(name -> !name.integrator().isAdaptive())
                .toList();
    }

    private static List<Trial> trials(NeuronName name) {
        boolean map = name.integrator() == Integrator.MAP;
        return TrialSeries.scan(name, map ? ITERATIONS : SHORT, ROWS);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void bitsDoNotDependOnTheNumberOfLanes(NeuronName name) {
        List<Trial> trials = trials(name);
        List<String> expected = bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES), 256).run(trials));
        assertEquals(expected, bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES), 257).run(trials)));
        for (int lanes : new int[] {1, 3}) {
            List<Trial> few = trials.subList(0, 20);
            assertEquals(
                    expected.subList(0, 20),
                    bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES), lanes).run(few)),
                    lanes + " lanes");
        }
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void bitsDoNotDependOnTheCompany(NeuronName name) {
        List<Trial> trials = trials(name);
        List<String> expected = bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(trials));
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<String> backwards = bits(new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(reversed));
        Collections.reverse(backwards);
        assertEquals(expected, backwards);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void oneNeuronSteppedByHandHasTheSameBits(NeuronName name) {
        Trial trial = trials(name).get(137);
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
