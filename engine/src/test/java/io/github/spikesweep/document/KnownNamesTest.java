package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    private final KnownNames parameters = new KnownNames(List.of("cm", "vna", "gna", "gk"));

    @Test
    void suggestsTheNearestName() {
        assertEquals("; did you mean 'gna'? (cm, vna, gna, gk)", parameters.hint("gNa"));
        assertEquals("; did you mean 'gna'? (cm, vna, gna, gk)", parameters.hint("gan"));
    }

    @Test
    void suggestsNothingThatIsFar() {
        assertEquals("; accepted: cm, vna, gna, gk", parameters.hint("temperature"));
        assertTrue(parameters.nearest("x".repeat(1_000_000)).isEmpty());
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        assertEquals("", new KnownNames(List.of()).hint("a"));
    }
}
