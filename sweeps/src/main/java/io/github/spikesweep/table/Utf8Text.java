package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, with or without a byte order mark. All of it is checked, but it is never in memory as characters. */
final class Utf8Text {
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final int BUFFER = 8192;

    private Utf8Text() {}

    /**
     * Reads the text, from after the mark.
     *
     * @throws InputException where it is not UTF-8
     */
    static Reader reader(String source, byte[] content) {
        int start = startsWithMark(content) ? MARK.length : 0;
        check(source, content, start);
        return new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), StandardCharsets.UTF_8);
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= MARK.length
                && ByteBuffer.wrap(content, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
    }

    private static void check(String source, byte[] content, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new InputException(
                    position(source, content, start, bytes.position()),
                    String.format(
                            "not text in UTF-8: found the byte 0x%02X; save it as UTF-8 (in Excel: CSV UTF-8)",
                            content[bytes.position()]));
        }
    }

    /** The position of a byte; everything before it is UTF-8. */
    private static Position position(String source, byte[] content, int start, int at) {
        int line = 1;
        int column = 1;
        for (int i = start; i < at; i++) {
            boolean lineEnds = content[i] == '\n' || (content[i] == '\r' && content[i + 1] != '\n');
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + charactersStarted(content[i]);
        }
        return new Position(source, line, column);
    }

    /** Characters of four bytes count as two, as in Java and in all other positions. */
    private static int charactersStarted(byte utf8) {
        boolean continues = (utf8 & 0xC0) == 0x80;
        boolean startsFour = (utf8 & 0xF8) == 0xF0;
        return continues ? 0 : startsFour ? 2 : 1;
    }
}
