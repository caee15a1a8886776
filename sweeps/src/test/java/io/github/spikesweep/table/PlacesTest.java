package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every value has the right position, in texts longer than the parsers' buffers. */
class PlacesTest {
    private static final String[] NAMES = {"a", "b", "c"};
    private static final int ROWS = 500;

    @Property(tries = 20)
    void ofCellsAreTheirFirstCharacters(@ForAll Random random) {
        Text text = new Text("p.csv");
        text.add("a,b,c");
        for (int row = 0; row < ROWS; row++) {
            text.endLines(random);
            for (int column = 0; column < NAMES.length; column++) {
                text.add((column == 0 ? "" : ",") + " ".repeat(random.nextInt(3)));
                text.addValue(random.nextBoolean() ? "\"" + random.nextInt() + "\"" : "" + random.nextDouble());
                text.add(" ".repeat(random.nextInt(3)));
            }
        }
        text.endLines(random);
        text.check();
    }

    @Property(tries = 20)
    void ofValuesInObjectsAreTheirFirstCharacters(@ForAll Random random) {
        Text text = new Text("p.jsonl");
        for (int row = 0; row < ROWS; row++) {
            text.add("{");
            for (int column = 0; column < NAMES.length; column++) {
                text.add((column == 0 ? "" : ",") + " ".repeat(random.nextInt(3)));
                if (random.nextInt(10) == 0) {
                    text.endLines(random);
                }
                text.add("\"" + NAMES[column] + "\"" + (random.nextBoolean() ? ": " : ":"));
                text.addValue("" + random.nextDouble());
            }
            text.add(" }");
            text.endLines(random);
        }
        text.check();
    }

    /** A text under construction, and the positions of its values. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private final List<Position> values = new ArrayList<>();
        private Position end;

        Text(String source) {
            end = Position.startOf(source);
        }

        void add(String part) {
            text.append(part);
            end = end.plus(part.length());
        }

        void addValue(String value) {
            values.add(end);
            add(value);
        }

        void endLines(Random random) {
            for (int lines = 1 + random.nextInt(2); lines > 0; lines--) {
                text.append(random.nextBoolean() ? "\n" : "\r\n");
                end = new Position(end.source(), end.line() + 1, 1);
            }
        }

        void check() {
            PointTable table = Tables.read(end.source(), text.toString(), all());
            assertEquals(ROWS, table.rows());
            for (int i = 0; i < values.size(); i++) {
                assertEquals(values.get(i), table.position(NAMES[i % NAMES.length], i / NAMES.length));
            }
        }
    }
}
