package io.github.spikesweep.sweep.reading.check;

import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.reading.NearbyFiles;
import org.junit.jupiter.api.Test;

class SmoothCheckTest {
    private static final String TAKES =
            "integrator Taylor takes smooth equations and inputs, and pulses and ramps of t, found ";

    @Test
    void refusesEquationsThatAreNotSmooth() {
        assertEquals(
                "x.yaml:2:1: " + TAKES + "min in 'u' of AdEx; DormandPrince takes any",
                fault("name: x\nneuron: AdExDoubleTaylor\nduration: 10\ntolerance: 1e-6\n"));
        assertEquals(
                "x.yaml:3:1: " + TAKES + "max in 'y' of Matsuoka; DormandPrince takes any",
                fault("name: x\nmodel: Matsuoka\nintegrator: Taylor\nduration: 10\ntolerance: 1e-6\n"));
    }

    @Test
    void refusesInputsThatAreNotSmooth() {
        String file = "name: x\nneuron: HHDoubleTaylor\nduration: 10\ntolerance: 1e-6\ninput: ";
        assertEquals(
                "x.yaml:5:1: " + TAKES + "'<' in the input; DormandPrince takes any", fault(file + "0.1*(t < 5)\n"));
        assertEquals(
                "x.yaml:5:1: " + TAKES + "abs in the input; DormandPrince takes any", fault(file + "abs(sin(t))\n"));
        // Its width changes with the time.
        assertEquals(
                "x.yaml:5:1: " + TAKES + "pulse in the input; DormandPrince takes any",
                fault(file + "pulse(t, 1, 2 + t)\n"));
        NearbyFiles.sweep(file + "0.1*pulse(t, 1, 2) + 0.1*sin(t)*ramp(t, 3, max(4, 5))\n");
    }
}
