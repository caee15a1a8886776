package io.github.spikesweep.sweep.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.spikesweep.document.Entry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A document as an editor sees it. Editors validate the types of the core schema of YAML 1.2, with JavaScript's numbers.
 * SnakeYAML has the types of YAML 1.1, in which {@code 1e-3} is text, {@code on} is true and {@code 1:30} is 90; our reader
 * takes every scalar as it is written.
 */
final class EditorView {
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern RADIX = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");

    /** Replaces numbers that JSON lacks, of which an editor refuses hardly any. */
    private static final JsonNode PASSING = IntNode.valueOf(1);

    private EditorView() {}

    static JsonNode of(Entry entry) {
        if (entry instanceof Entry.Section section) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            section.entries().forEach((key, value) -> object.set(key, of(value)));
            return object;
        }
        if (entry instanceof Entry.Listing listing) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            listing.items().forEach(item -> array.add(of(item)));
            return array;
        }
        Entry.Scalar scalar = (Entry.Scalar) entry;
        return scalar.quoted() ? TextNode.valueOf(scalar.text()) : plain(scalar.text());
    }

    private static JsonNode plain(String text) {
        if (NOTHING.matcher(text).matches()) {
            return NullNode.instance;
        }
        if (TRUTH.matcher(text).matches()) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        if (NUMBER.matcher(text).matches()) {
            return number(Double.parseDouble(text));
        }
        if (RADIX.matcher(text).matches()) {
            return number(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8).doubleValue());
        }
        return NOT_FINITE.matcher(text).matches() ? PASSING : TextNode.valueOf(text);
    }

    /** JSON has whole numbers of any size, and none that are infinite. */
    private static JsonNode number(double value) {
        if (Double.isInfinite(value)) {
            return PASSING;
        }
        return value == Math.rint(value)
                ? BigIntegerNode.valueOf(new BigDecimal(value).toBigIntegerExact())
                : DoubleNode.valueOf(value);
    }
}
