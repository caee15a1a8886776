package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not text, and the position in the message. */
class SourceTextTest {
    private static final String TEXT = "name: x\ndescription: µA\n";

    @Test
    void readsUtf8WithOrWithoutAByteOrderMark() {
        assertEquals(TEXT, read(TEXT.getBytes(StandardCharsets.UTF_8)));
        assertEquals(TEXT, read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, 2:14, B5",
        "UTF-16, 1:1, FE",
        "x-UTF-16LE-BOM, 1:1, FF",
        "x-MacRoman, 2:14, B5",
        "IBM850, 2:14, E6",
    })
    void refusesOtherEncodings(String encoding, String place, String found) {
        assertEquals(
                "f.yaml:" + place + ": the byte 0x" + found + " is not UTF-8; save the file as text in UTF-8",
                fault(TEXT.getBytes(Charset.forName(encoding))));
    }

    @Test
    void refusesACharacterThatIsCut() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "f.yaml:2:14: the byte 0xC2 is not UTF-8; save the file as text in UTF-8",
                fault(Arrays.copyOf(text, TEXT.indexOf('µ') + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'a: \0', 1:4, U+0000",
        "'a: 1\nb: \u0007', 2:4, U+0007",
        "'\uFEFFa: \0', 1:4, U+0000",
        "'a\r\nb\rµ\uD83D\uDE00\u001B', 3:3, U+001B",
        "'a\uFFFF', 1:2, U+FFFF",
    })
    void refusesCharactersThatAreNoText(String text, String place, String found) {
        assertEquals(
                "f.yaml:" + place + ": not YAML: the character " + found + " is not accepted",
                fault(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(byte[] bytes) {
        return SourceText.check("f.yaml", SourceText.decode("f.yaml", bytes));
    }

    private static String fault(byte[] bytes) {
        return assertThrows(InputException.class, () -> read(bytes)).getMessage();
    }
}
