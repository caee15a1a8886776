package io.github.spikesweep.command;

import java.util.List;
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

    String sweep() {
        return sweep;
    }

    List<String> overrides() {
        return overrides;
    }
}
