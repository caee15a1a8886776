package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.SynapseCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about wrong command lines. */
class MisuseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                            | spikesweep | no command given
            rnu                           | spikesweep | unknown command 'rnu'; did you mean 'run'? (run, plan, plot, sensitivity, trace, models, bench, serve)
            run                           | run        | Missing required parameter: 'SWEEP.yaml'
            run a b                       | run        | unexpected argument 'b'
            run a --nooption              | run        | unknown option '--nooption'; accepted: --set, --models, --where, --out, --overwrite, --wave, --threads, --device, --master, --event-log, -h, --help, -V, --version, --verbose
            run a --overwrit              | run        | unknown option '--overwrit'; did you mean '--overwrite'? (--set, --models, --where, --out, --overwrite, --wave, --threads, --device, --master, --event-log, -h, --help, -V, --version, --verbose)
            plan                          | plan       | Missing required parameter: 'SWEEP.yaml'
            plan --condition x            | plan       | unknown option '--condition'; accepted: --set, --models, --where, --resolved, --no-calibration, -h, --help, -V, --version, --verbose
            trace a.yaml                  | trace      | Missing required option: '--id=N'
            trace a.yaml --id x           | trace      | Invalid value for option '--id': 'x' is not a whole number
            trace a.yaml --id 1 --every x | trace      | Invalid value for option '--every': 'x' is not a number
            """)
    void isExplained(String line, String command, String message) {
        Execution misuse = Execution.of(line.isEmpty() ? new String[0] : line.split(" "));
        String full = command.equals("spikesweep") ? command : "spikesweep " + command;
        assertEquals(command + ": " + message + "\nsee " + full + " --help\n", misuse.err());
        assertEquals("", misuse.out());
        assertEquals(2, misuse.code());
    }

    @Test
    void unknownNamesAreTold() {
        String models = String.join(", ", ModelCatalog.names()) + ", " + String.join(", ", SynapseCatalog.names());
        assertFault(
                "unknown model or synapse 'Hh'; did you mean 'HH'? (" + models + "); or a file that ends in .yaml",
                "models",
                "Hh");
        assertFault(
                "unknown model or synapse 'cell'; accepted: " + models + "; or a file that ends in .yaml",
                "models",
                "cell");
        assertFault("cell.yaml: no such file", "models", "cell.yaml");
    }

    private static void assertFault(String message, String... line) {
        Execution misuse = Execution.of(line);
        assertEquals(message + "\n", misuse.err(), () -> List.of(line).toString());
        assertEquals("", misuse.out());
        assertEquals(2, misuse.code());
    }
}
