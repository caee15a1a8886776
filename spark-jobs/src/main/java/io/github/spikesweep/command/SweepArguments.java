package io.github.spikesweep.command;

import io.github.spikesweep.source.SweepInput;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads a sweep file. */
final class SweepArguments {
    @Parameters(
            index = "0",
            paramLabel = "SWEEP.yaml",
            description = "The sweep file: a local path, or one for Hadoop, such as s3a://bucket/scan.yaml.")
    private String sweep;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace values of the sweep file: --set duration=200, --set parameters.gk=0.3,"
                    + " --set 'sweep.gna_density.linspace=[50, 200, 40]'. May be repeated.")
    private List<String> overrides = List.of();

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "A folder of model files, wherever it is: 'model: NAME.yaml' is looked up there if it is not beside"
                            + " the sweep file.")
    private Optional<String> models;

    /** @param where a condition that chooses among the rows */
    SweepInput input(Optional<String> where) {
        return new SweepInput(sweep, overrides, where, models);
    }
}
