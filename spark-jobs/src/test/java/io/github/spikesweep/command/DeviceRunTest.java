package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on a device of OpenCL: the CPU, by PoCL. */
class DeviceRunTest {
    /** A part of the sweep {@code gna-input-map}, with all features. */
    private static final String MAP = """
            name: map
            model: HH
            duration: 60
            step: 0.01
            transient: 10
            sweep:
              input: {values: [%s]}
              gna: {linspace: [0.4, 1.6, 20]}
            """;

    /** Neurons with a reset, whose steps it cuts. */
    private static final String RESETS = """
            name: resets
            model: Izhikevich
            duration: 200
            step: 0.1
            transient: 20
            sweep:
              input: {values: [%s]}
              d: {linspace: [2, 8, 20]}
            """;

    @TempDir
    private Path folder;

    /** The name of the device; without it the test is skipped. */
    private static String pocl() {
        Matcher line = Pattern.compile("(?m)^(.+?) +cpu +yes +yes$")
                .matcher(Execution.of("models", "--devices").out());
        assumeTrue(line.find(), "there is no PoCL here; on Debian: apt install pocl-opencl-icd ocl-icd-opencl-dev");
        return line.group(1);
    }

    private List<Row> run(String sweepText, String inputs, String directory, String... options) throws IOException {
        String sweep = SweepText.write(folder, "map.yaml", sweepText.formatted(inputs));
        String out = folder.resolve(directory).toString();
        List<String> arguments = new ArrayList<>(List.of("run", sweep, "--out", out));
        arguments.addAll(List.of(options));
        Execution run = Execution.of(arguments.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return LocalSpark.session().read().parquet(out).orderBy("id").collectAsList();
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"false, '0.05, 0.1, 0.15'", "true, '6, 10, 14'"})
    void haveTheTableOfTheCpu(boolean resets, String inputs) throws IOException {
        String sweep = resets ? RESETS : MAP;
        List<Row> expected = run(sweep, inputs, "cpu");
        assertEquals(60, expected.size());
        assertEquals(expected, run(sweep, inputs, "device", "--device", pocl()));
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"false, '0.05, 0.1', 0.15", "true, '6, 10', 14"})
    void areResumedOnAnotherDevice(boolean resets, String inputs, String more) throws IOException {
        String sweep = resets ? RESETS : MAP;
        assertEquals(40, run(sweep, inputs, "both", "--device", pocl()).size());
        List<Row> resumed = run(sweep, inputs + ", " + more, "both");
        assertEquals(run(sweep, inputs + ", " + more, "whole"), resumed);
    }

    /** The tasks of Spark in this process. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"false, '0.05, 0.1', 0.15", "true, '6, 10', 14"})
    void tasksOfSparkUseItToo(boolean resets, String inputs, String more) throws IOException {
        String sweep = resets ? RESETS : MAP;
        run(sweep, inputs, "both", "--device", pocl(), "--master", "local[2]");
        List<Row> resumed =
                run(sweep, inputs + ", " + more, "both", "--device", pocl(), "--event-log", folder.toString());
        assertEquals(run(sweep, inputs + ", " + more, "whole"), resumed);
    }

    @Test
    void aDeviceThatIsNotThereIsAMistake() throws IOException {
        String sweep = SweepText.write(folder, "map.yaml", MAP.formatted("0.1"));
        Execution run =
                Execution.of("run", sweep, "--out", folder.resolve("out").toString(), "--device", "abacus");
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("--device abacus: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "'integrator: DormandPrince\ntolerance: 1e-6', DormandPrince is computed by the CPU alone",
        "'step: 0.01\nuntil: settled', rows that end when they have settled are computed by the CPU alone"
    })
    void whatTheCpuAloneComputesIsRefusedBeforeTheRun(String lines, String message) throws IOException {
        String text = MAP.formatted("0.1").replace("transient: 10\n", "").replace("step: 0.01", lines);
        String sweep = SweepText.write(folder, "cpu.yaml", text);
        Path out = folder.resolve("out");
        Execution run = Execution.of("run", sweep, "--out", out.toString(), "--device", pocl());
        assertEquals(2, run.code());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(Files.notExists(out));
    }

    /** Without the device, which is one of the executors. */
    @ParameterizedTest
    @CsvSource({
        "'integrator: DormandPrince\ntolerance: 1e-6', DormandPrince is computed by the CPU alone",
        "'step: 0.01\nuntil: settled', rows that end when they have settled are computed by the CPU alone"
    })
    void whatTheCpuAloneComputesIsRefusedWhenATableIsLoaded(String lines, String message) throws IOException {
        String text = MAP.formatted("0.1").replace("transient: 10\n", "").replace("step: 0.01", lines);
        String sweep = SweepText.write(folder, "cpu.yaml", text);
        DataFrameReader reader =
                LocalSpark.session().read().format("spikesweep").option("device", "gpu");
        String fault =
                assertThrows(InputException.class, () -> reader.load(sweep)).getMessage();
        assertTrue(fault.startsWith("device 'gpu' ") && fault.endsWith(message), fault);
        assertEquals(20, reader.option("device", "auto").load(sweep).count());
    }

    @Test
    void benchComparesDeviceAndThread() {
        Execution bench = Execution.of("bench", "HRDoubleRK4", "--device", pocl(), "--seconds", "0.2");
        assertEquals(0, bench.code(), bench.err());
        assertTrue(
                bench.out()
                        .matches(
                                "(?s)HRDoubleRK4 +device [0-9.]+ million neuron-steps/s, one CPU thread [0-9.]+ million"
                                        + " neuron-steps/s: [0-9.]+ times; [0-9.]+ bytes a step from the device; the same bits in 512 rows\n"),
                bench.out());
    }
}
