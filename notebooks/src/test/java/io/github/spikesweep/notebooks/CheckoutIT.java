package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.python.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code ./spikesweep} of the checkout builds what it runs, here while the classes beside this one install their Python. */
class CheckoutIT {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Test
    void buildsAndStarts() throws IOException, InterruptedException {
        String launcher = Notebook.FOLDER.getParent().resolve("spikesweep").toString();
        Script version = Script.run("checkout", PATIENCE, Map.of(), List.of(launcher, "--version"));
        assertEquals(0, version.code(), version::printed);
        assertTrue(version.printed().matches("(?s)(.*\n)?SpikeSweep \\S+ .*"), version::printed);
    }
}
