package io.github.spikesweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sweep files of short simulations for tests. */
public final class SweepText {
    /** 1000 steps per row, 6 × 4 rows; the last axis varies fastest. */
    public static final String GRID = """
            name: grid
            description: A grid of conductances
            neuron: HHDoubleRK4
            duration: 10
            step: 0.01
            input: 0.1
            constants: {area: 7.854e-3, patch: {value: area, unit: cm²}}
            parameters:
              gna: gna_density * patch
              gk: gk_density * area
            sweep:
              gna_density: {linspace: [50, 200, 6], unit: mS/cm², description: sodium conductance per area}
              gk_density: [36, 18, 72, 9]
            """;

    /** 100 steps per row, a million million rows. */
    public static final String HUGE = """
            name: huge
            neuron: HHDoubleRK4
            duration: 1
            step: 0.01
            sweep:
              gna: {linspace: [0.4, 1.6, 10000]}
              gk: {logspace: [0.1, 0.6, 10000]}
              gl: {range: [0.001, 0.0030999, 2.1e-7]}
            """;

    private SweepText() {}

    /** Writes {@code text} to a file in {@code folder} and returns its path. */
    public static String write(Path folder, String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text).toString();
    }
}
