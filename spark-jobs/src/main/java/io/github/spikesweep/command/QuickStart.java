package io.github.spikesweep.command;

import io.github.spikesweep.serve.Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the commands of everyday work once, in the working directory, so that an archive of the classes that they load can be made
 * when this JVM ends: {@code java -XX:ArchiveClassesAtExit=…}.
 */
final class QuickStart {
    private static final String SWEEP = """
            name: quick-start
            model: mine.yaml
            integrator: RK4
            precision: double
            duration: 1
            step: 0.01
            input: 0.1
            parameters: {a: a_doubled / 2}
            sweep: {a_doubled: {linspace: [1, 2, 2]}, gl: [0.1, 0.2]}
            where: a_doubled > 0.5
            outputs: [spike_count, frequency_hz, v_max]
            """;
    private static final String WITH_UNITS = """
            name: with-units
            description: of a shipped model
            neuron: HHDoubleRK4
            duration: 30
            step: 0.01
            input: 0.1
            constants: {area: {value: 7.854e-3, unit: cm²}}
            parameters: {gna: gna_density * area}
            sweep: {gna_density: {linspace: [50, 200, 3], unit: mS/cm², description: of sodium channels}}
            """;
    private static final String MODEL = """
            name: Mine
            variables: {v: {initial: -65, unit: mV}, w: {initial: 0}}
            parameters: {a: {default: 1}, gl: {default: 0.1}}
            input: I
            equations:
              v: I - gl * (v + 65) + exprel(-v / 10) - w
              w: a / (1 + exp(-(v + 40) / 5)) - w
            spike: {variable: v, threshold: 0}
            """;

    /** What the Python package asks. */
    private static final String REQUESTS = """
            {"id": 1, "do": "run", "path": "with-units.yaml", "describe": true, "where": "id < 2", "set": ["duration=20"]}
            {"id": 2, "do": "run", "path": "with-units.yaml", "columns": ["v_max"], "ignore": ["where"], "set": ["constants=", "parameters=", "sweep=[{table: {path: trace.arrow, columns: [v]}}]"]}
            {"id": 3, "do": "trace", "path": "with-units.yaml", "row": 1}
            {"id": 4, "do": "plan", "path": "with-units.yaml"}
            {"id": 5, "do": "models", "name": "HH"}
            {"id": 6, "do": "run", "sweep": "name: 1"}
            """;

    private QuickStart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Files.writeString(Path.of("mine.yaml"), MODEL);
        Files.writeString(Path.of("sweep.yaml"), SWEEP);
        Files.writeString(Path.of("with-units.yaml"), WITH_UNITS);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int code = execute(out, "--help")
                + execute(out, "models")
                + execute(out, "models", "HH")
                + execute(out, "plan", "sweep.yaml")
                + execute(out, "run", "sweep.yaml", "--out", "out")
                + execute(out, "run", "sweep.yaml", "--out", "out")
                + execute(out, "run", "with-units.yaml")
                + execute(out, "plot", "out", "--out", "picture.png")
                + execute(out, "trace", "sweep.yaml", "--id", "1", "--out", "trace.csv")
                + execute(out, "trace", "sweep.yaml", "--id", "1", "--every", "0.5", "--out", "trace.arrow");
        new Server(
                        new ByteArrayInputStream(REQUESTS.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        1)
                .run();
        System.exit(code);
    }

    private static int execute(PrintWriter out, String... command) {
        return SpikeSweep.execute(out, out, command);
    }
}
