package io.github.spikesweep.integrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegratorTest {
    /** Σ b c^(k−1) = 1/k: necessary for order k (Butcher 2008, Numerical Methods for ODEs, §31). */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STRANG", "RODAS5P", "TAYLOR"})
    void weightsIntegratePowersUpToTheOrder(Integrator integrator) {
        Tableau tableau = integrator.tableau();
        for (int k = 1; k <= integrator.order(); k++) {
            double sum = 0;
            for (int s = 0; s < tableau.stages(); s++) {
                sum += tableau.b().get(s) * Math.pow(tableau.c().get(s), k - 1);
            }
            assertEquals(1.0 / k, sum, 1e-15);
        }
    }

    /** A map names no integrator, since there is only one for it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAP")
    void isFoundByItsLabel(Integrator integrator) {
        assertEquals(integrator, Integrator.find(integrator.label()).orElseThrow());
    }

    @Test
    void refusesATableauThatIsNotConsistent() {
        List<List<Double>> a = List.of(List.of(), List.of(0.5));
        assertThrows(IllegalArgumentException.class, () -> new Tableau(a, List.of(0.0, 1.0), List.of(0.0, 0.25)));
        assertThrows(IllegalArgumentException.class, () -> new Tableau(a, List.of(0.5, 1.0), List.of(0.0, 0.5)));
    }
}
