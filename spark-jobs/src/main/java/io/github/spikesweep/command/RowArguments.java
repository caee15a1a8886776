package io.github.spikesweep.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which rows of a sweep a command is about. */
final class RowArguments {
    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only the rows that satisfy this condition over id, axes and constants, in the language of the sweep"
                            + " file: --where 'gna_density > 100 and gk_density in [18, 36]'. Their ids stay the same.")
    private Optional<String> where = Optional.empty();

    Optional<String> where() {
        return where;
    }
}
