package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The random current {@code noise}. */
class NoiseTest {
    private static final String NOISE = SHORT + "noise: {kind: ornstein-uhlenbeck, ";

    @Test
    void meanAndSeedMayBeLeftOut() {
        RandomCurrent noise = read(NOISE + "sigma: 2 * 3, tau: 5}\n").settings().noise();
        assertEquals(
                new RandomCurrent(
                        Noise.ORNSTEIN_UHLENBECK,
                        1,
                        List.of(new Expression.Literal(0), new Expression.Literal(6), new Expression.Literal(5))),
                noise);
        assertEquals(
                7,
                read(NOISE + "sigma: 1, tau: 5, seed: 7}\n").settings().noise().seed());
        assertEquals(RandomCurrent.NONE, read(SHORT).settings().noise());
    }

    @Test
    void quantitiesFollowThoseOfTheModelAndMayUseAxes() {
        SweepDefinition definition = read(NOISE + "mean: m0 + s, sigma: s, tau: 5}\nsweep: {s: [1, 2], m0: [3]}\n");
        KernelSpec kernel = trial(definition, 1).orElseThrow().kernel();
        assertEquals(
                List.of("gl", "I", "noise.mean", "noise.sigma", "noise.tau"),
                kernel.quantities().subList(6, 11));
        assertEquals(Set.of("noise.mean", "noise.sigma"), kernel.varying());
        assertEquals(Noise.ORNSTEIN_UHLENBECK, kernel.noise());
    }

    @Test
    void rowWhoseNoiseIsNoneDiverges() {
        SweepDefinition definition = read(NOISE + "sigma: s, tau: 1 / u}\nsweep: {s: [-1, 0, 1], u: [-1, 0, 1]}\n");
        for (long id = 0; id < 9; id++) {
            boolean sound = id % 3 == 2 && id > 2;
            assertEquals(sound, trial(definition, id).isPresent(), "row " + id);
        }
        Object at = Rows.of(definition, RowSet.of(definition).slice(0, 1), List.of("diverged_at_ms"))
                .get(0)
                .get("diverged_at_ms");
        assertEquals(0.0, at);
    }

    @Test
    void refusesMalformedNoise() {
        assertEquals("x.yaml:6:8: 'noise' must be a mapping, found '3'", fault(SHORT + "noise: 3\n"));
        assertEquals("x.yaml:6:8: 'noise' needs the key 'kind'", fault(SHORT + "noise: {sigma: 1, tau: 1}\n"));
        assertEquals(
                "x.yaml:6:15: unknown kind of noise 'white'; accepted: ornstein-uhlenbeck",
                fault(SHORT + "noise: {kind: white}\n"));
        assertEquals(
                "x.yaml:6:15: unknown kind of noise 'ornstein-uhlenbek'; did you mean 'ornstein-uhlenbeck'? "
                        + "(ornstein-uhlenbeck)",
                fault(SHORT + "noise: {kind: ornstein-uhlenbek}\n"));
        assertEquals("x.yaml:6:8: 'noise' needs the key 'sigma'", fault(NOISE + "tau: 1}\n"));
        assertEquals("x.yaml:6:8: 'noise' needs the key 'tau'", fault(NOISE + "sigma: 1}\n"));
        assertEquals(
                "x.yaml:6:35: unknown key 'sgma' of 'noise'; did you mean 'sigma'? (kind, mean, sigma, tau, seed)",
                fault(NOISE + "sgma: 1, tau: 1}\n"));
    }

    @Test
    void refusesNumbersThatAreNoNoise() {
        assertEquals("x.yaml:6:42: 'sigma' must not be negative, found -1", fault(NOISE + "sigma: -1, tau: 1}\n"));
        assertEquals("x.yaml:6:50: 'tau' must be positive, found 0", fault(NOISE + "sigma: 1, tau: 0}\n"));
        assertEquals(
                "x.yaml:6:59: 'seed' must be a whole number from 0 to 2^53, found '1.5'",
                fault(NOISE + "sigma: 1, tau: 1, seed: 1.5}\n"));
        assertEquals(
                "x.yaml:6:42: 'sigma' cannot depend on the time t; only 'input' can",
                fault(NOISE + "sigma: t, tau: 1}\n"));
        assertEquals(
                "x.yaml:6:41: 'mean' was cut at a comma, found 'max(1'; inside { } and [ ] put quotes around an expression with commas",
                fault(NOISE + "mean: max(1, 2), sigma: 1, tau: 1}\n"));
    }

    @Test
    void refusesNoiseInAdaptiveSteps() {
        assertEquals(
                "x.yaml:5:1: 'noise' is constant during a step and needs fixed steps; integrator DormandPrince "
                        + "chooses its own",
                fault("""
                        name: x
                        neuron: HHDoubleDormandPrince
                        duration: 10
                        tolerance: 0.1
                        noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}
                        """));
    }

    @Test
    void overridesReachIntoIt() {
        String noisy = NOISE + "sigma: 1, tau: 5}\n";
        assertEquals(
                hash(read(NOISE + "sigma: 2, tau: 5, seed: 4}\n")), hash(read(noisy, "noise.sigma=2", "noise.seed=4")));
        assertTrue(fault(noisy, "noise.tau=-1").startsWith("--set noise.tau=-1:1:11: 'tau' must be positive"));
    }

    /** A row that 'where' keeps has the noise that it has without, and the same id and seed have it in another sweep. */
    @Test
    void aRowKeepsItsNoiseAmongOtherRows() {
        String noisy = NOISE + "sigma: 0.05, tau: 5}\nsweep: [{grid: {gk: [0.2, 0.3]}}, {replicates: 5}]\n";
        List<Object> all = finals(noisy);
        assertEquals(10, all.stream().distinct().count());
        assertEquals(List.of(all.get(3), all.get(8)), finals(noisy + "where: replicate == 3\n"));
        assertEquals(
                all.subList(0, 5),
                finals(NOISE + "sigma: 0.05, tau: 5}\nsweep: [{grid: {gk: [0.2]}}, {replicates: 5}]\n"));
        assertEquals(
                all.subList(0, 3),
                finals(NOISE + "sigma: 0.05, tau: 5}\nparameters: {gk: 0.2}\nsweep: [{replicates: 3}]\n"));
    }

    private static List<Object> finals(String text) {
        SweepDefinition definition = read(text);
        return Rows.of(definition, RowSet.of(definition), List.of("v_final")).stream()
                .map(row -> row.get("v_final"))
                .toList();
    }

    private static Optional<Trial> trial(SweepDefinition definition, long id) {
        NeuronPlan plan = NeuronPlan.of(
                definition.settings(), definition.models().get(0), Precision.DOUBLE, Integrator.RK4, Set.of(), false);
        return plan.trial(new Point(definition.space(), id), Protocol.fixed(0.1, 10, 0));
    }
}
