package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InputExceptionTest {
    @Test
    void saysWhereAndWhat() {
        assertEquals("f.yaml:3:7: no µ", new InputException(new Position("f.yaml", 3, 7), "no µ").getMessage());
        assertEquals("f.yaml: no such file", new InputException("f.yaml: no such file").getMessage());
    }

    /** A user's text in a message must not break lines, colour a terminal or reverse the reading direction. */
    @Test
    void showsWhatIsInvisible() {
        assertEquals(
                "a\\nb\\tc\\u001B[31m \\u202E \\u2028 \\uD83D \uD83D\uDE00",
                new InputException("a\nb\tc\u001B[31m \u202E \u2028 \uD83D \uD83D\uDE00").getMessage());
    }
}
