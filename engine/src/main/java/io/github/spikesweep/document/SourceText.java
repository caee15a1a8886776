package io.github.spikesweep.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file, checked to be valid text, without the byte order mark. */
final class SourceText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceText() {}

    /** The text in {@code bytes}, which has to be UTF-8. */
    static String decode(String source, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(rest, text, true);
        text.flip();
        if (result.isError()) {
            throw new InputException(
                    positionAfter(source, unmarked(text.toString())),
                    String.format("the byte 0x%02X is not UTF-8; save the file as text in UTF-8", rest.get()));
        }
        return text.toString();
    }

    /** The text without its byte order mark, if it has no characters that YAML does not allow. */
    static String check(String source, String text) {
        String unmarked = unmarked(text);
        int character;
        for (int i = 0; i < unmarked.length(); i += Character.charCount(character)) {
            character = unmarked.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                throw new InputException(
                        positionAfter(source, unmarked.substring(0, i)),
                        String.format("not YAML: the character U+%04X is not accepted", character));
            }
        }
        return unmarked;
    }

    private static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Position positionAfter(String source, String text) {
        List<String> lines = (text + "|").lines().toList();
        String last = lines.get(lines.size() - 1);
        return new Position(source, lines.size(), last.codePointCount(0, last.length()));
    }
}
