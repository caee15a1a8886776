package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static io.github.spikesweep.table.Tables.wanted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvFormatTest {
    private static final String CHOOSE = "; to read only some columns, list them under 'columns'";
    private static final String SAVE = "; save it as UTF-8 (in Excel: CSV UTF-8)";

    @Test
    void readsNumbersAndTextsByColumn() {
        PointTable table = read("gna,model,input\n120,HH,0.1\n60,HH,-2e-3\n.5,HR,+4\n");
        assertEquals(3, table.rows());
        assertEquals(List.of("gna", "model", "input"), table.columns());
        assertArrayEquals(new double[] {120, 60, 0.5}, table.numbers("gna"));
        assertArrayEquals(new double[] {0.1, -2e-3, 4}, table.numbers("input"));
        assertEquals(List.of("HH", "HH", "HR"), table.texts("model"));
        assertSame(table.texts("model").get(0), table.texts("model").get(1));
    }

    @Test
    void readsWantedColumnsInTheirOrderAndNoOthers() {
        PointTable table = Tables.read("p.csv", "note,input,gna\nfine,1,2\n,3,4\n", wanted("gna", "input"));
        assertEquals(List.of("gna", "input"), table.columns());
        assertArrayEquals(new double[] {2, 4}, table.numbers("gna"));
        assertArrayEquals(new double[] {1, 3}, table.numbers("input"));
        assertEquals("p.csv:3:4", table.position("gna", 1).toString());
        assertEquals("p.csv:1:12", table.header("gna").toString());
    }

    /** As {@code DataFrame.to_csv("p.csv")} writes it, with its index, and a table with a row that was left out. */
    @Test
    void readsWantedColumnsOfWhatPandasWrites() {
        String text = ",gna,gk,cell\n0,120.0,36.0,A1\n2,60.0,18.0,\"B, 2\"\n";
        PointTable table = Tables.read("p.csv", text, wanted("gna", "gk"));
        assertArrayEquals(new double[] {120, 60}, table.numbers("gna"));
        assertArrayEquals(new double[] {36, 18}, table.numbers("gk"));
        assertEquals(
                "p.csv:1:1: column 1 has no name, like the index that pandas writes without index=False" + CHOOSE,
                fault(text));
        assertEquals(
                "p.csv:2:3: 'cell' must be a number, such as 1.5 or -3e-4; found 'A1'" + CHOOSE,
                fault("a,cell\n1,A1\n"));
        // Read and written again.
        assertEquals(
                "p.csv:1:1: 'Unnamed: 0' is the index that pandas writes without index=False" + CHOOSE,
                fault("Unnamed: 0,gna\n0,1\n"));
    }

    @Test
    void namesOfColumnsThatNobodyWantsDoNotMatter() {
        for (String others : List.of(",", "x,x", "#,?", "\"a\nb\",\"\t\"", "__index_level_0__,Unnamed: 0")) {
            PointTable table = Tables.read("p.csv", "gna," + others + "\n1,,\n", wanted("gna"));
            assertArrayEquals(new double[] {1}, table.numbers("gna"), others);
        }
        assertEquals(
                "p.csv:1:5: duplicate column 'gna', which is already column 1", fault("gna,gna\n1,1\n", wanted("gna")));
        assertEquals("p.csv:1:1: unknown column 'gk'; accepted: gna", fault(",,gna\n1,1,1\n", wanted("gk")));
    }

    /** Excel's own "CSV" has the separator of the system; some programs write a line that tells it to Excel. */
    @Test
    void saysWhatIsWrongWithFilesOfOtherPrograms() {
        assertEquals(
                "p.csv:1:1: expected the names of the columns, found Excel's line 'sep=;'; delete it,"
                        + " and separate cells by commas",
                fault("sep=;\r\ngna;gk\r\n1;2\r\n"));
        assertEquals(
                "p.csv:1:1: expected the names of the columns, found Excel's line 'sep='; delete it,"
                        + " and separate cells by commas",
                fault("sep=,\r\ngna,gk\r\n1,2\r\n", wanted("gna")));
        assertEquals(
                "p.csv:1:1: found one column, 'gna;gk'; cells are separated by commas, not by semicolons",
                fault("\uFEFFgna;gk\r\n1,5;2\r\n"));
        // to_csv(sep="\t")
        assertEquals(
                "p.csv:1:2: found one column, 'gna\uFFFDgk'; cells are separated by commas, not by tabs",
                fault("\tgna\tgk\n0\t1.0\t2.0\n", wanted("gna")));
    }

    /** numpy's {@code savetxt("p.csv", table, delimiter=",", header="gna,gk")}, and comments by hand. */
    @Test
    void saysThatThereAreNoComments() {
        String comments =
                "; a line that starts with # is not skipped as a comment (numpy's savetxt writes none with comments='')";
        String numpy = "# gna,gk\n1.200e+02,3.600e+01\n";
        assertEquals("p.csv:1:1: expected the name of a column, found '# gna'" + comments, fault(numpy));
        assertEquals(
                "p.csv:1:1: unknown column 'gna'; accepted: # gna, gk" + comments, fault(numpy, wanted("gna", "gk")));
        assertEquals(
                "p.csv:2:1: expected 2 cells as in the header, found 1" + comments, fault("gna,gk\n# by hand\n1,2\n"));
        assertEquals(
                "p.csv:2:1: 'gna' must be a number, such as 1.5 or -3e-4; found '# by hand'" + comments,
                fault("gna\n# by hand\n1\n"));
    }

    @Test
    void acceptsWhatSpreadsheetsWrite() {
        PointTable table = read("\uFEFF\"gna\" , input\r\n\r\n \"1.5\",\" 2 \"\r\n \t \r\n 3 ,\t4 \r\n\r\n");
        assertArrayEquals(new double[] {1.5, 3}, table.numbers("gna"));
        assertArrayEquals(new double[] {2, 4}, table.numbers("input"));
        assertEquals("p.csv:1:9", table.header("input").toString());
        assertEquals("p.csv:3:8", table.position("input", 0).toString());
        assertEquals("p.csv:5:2", table.position("gna", 1).toString());
        assertArrayEquals(new double[] {1, 2}, read("a\r1\r2").numbers("a"));
    }

    @Test
    void tellsPlacesAfterCellsOfTwoLines() {
        PointTable table = read("model,a\n\"H\nH\",1\nHR,2\n");
        assertEquals(List.of("H\nH", "HR"), table.texts("model"));
        assertEquals("p.csv:2:1", table.position("model", 0).toString());
        assertEquals("p.csv:3:4", table.position("a", 0).toString());
        assertEquals("p.csv:4:4", table.position("a", 1).toString());
    }

    @Test
    void numbersAreACopyAndColumnsAreOfOneKind() {
        PointTable table = read("model,a\nHH,1\n");
        table.numbers("a")[0] = 7;
        assertArrayEquals(new double[] {1}, table.numbers("a"));
        assertThrows(IllegalArgumentException.class, () -> table.numbers("model"));
        assertThrows(IllegalArgumentException.class, () -> table.texts("a"));
        assertThrows(IllegalArgumentException.class, () -> table.numbers("b"));
        assertThrows(
                UnsupportedOperationException.class, () -> table.texts("model").set(0, "HR"));
        assertThrows(IndexOutOfBoundsException.class, () -> table.position("a", 1));
    }

    @Test
    void refusesFilesWithoutRows() {
        assertEquals("p.csv: is empty; expected a line of column names, then rows", fault(""));
        assertEquals("p.csv: is empty; expected a line of column names, then rows", fault("\n  \n\t\n"));
        assertEquals("p.csv:1:1: the table has no rows", fault("gna,input\n"));
        assertEquals("p.csv:2:3: the table has no rows", fault("\n  gna,input\n\n \n"));
    }

    @Test
    void refusesBadHeaders() {
        assertEquals("p.csv:1:5: column 2 has no name" + CHOOSE, fault("gna,,input\n1,2,3\n"));
        assertEquals("p.csv:1:11: column 3 has no name" + CHOOSE, fault("gna,input,\n1,2,3\n"));
        assertEquals("p.csv:1:11: duplicate column 'gna', which is already column 1", fault("gna,input,gna\n1,2,3\n"));
        assertEquals(
                "p.csv:1:1: found one column, 'gna;input'; cells are separated by commas, not by semicolons",
                fault("gna;input\n1,5;2\n"));
        assertEquals(
                "p.csv:1:1: found one column, 'gna\uFFFDinput'; cells are separated by commas, not by tabs",
                fault("gna\tinput\n1\t2\n"));
        assertEquals(
                "p.csv:1:3: the name of column 2 has a tab, line break or similar character",
                fault("a,\"b\nc\"\n1,2\n"));
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        assertEquals(
                "p.csv:1:1: unknown column 'gan'; did you mean 'gna'? (input, gna)",
                fault("input,gna\n1,2\n", wanted("input", "gan")));
        assertEquals("p.csv:2:1: unknown column 'tau'; accepted: a", fault("\na\n1\n", wanted("tau")));
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertEquals("p.csv:3:1: expected 2 cells as in the header, found 1", fault("a,b\n1,2\n3\n"));
        assertEquals("p.csv:3:2: expected 2 cells as in the header, found 3", fault("a,b\n1,2\n x,4,5\n"));
        assertEquals("p.csv:2:1: expected 1 cell as in the header, found 2", fault("a\n1,5\n"));
        assertEquals("p.csv:2:1: expected 1 cell as in the header, found 5001", fault("a\n" + ",".repeat(5000)));
    }

    @Test
    void refusesCellsThatAreNoFiniteNumbers() {
        assertEquals("p.csv:2:3: 'b' is empty; expected a number", fault("a,b,c\n1,,3\n"));
        assertEquals("p.csv:2:1: 'a' is empty; expected a number", fault("a\n\"\"\n"));
        assertEquals(
                "p.csv:2:3: 'b' must be a number, such as 1.5 or -3e-4; found 'x1'" + CHOOSE, fault("a,b\n1,x1\n"));
        assertEquals(
                "p.csv:2:3: 'b' must be a number, such as 1.5 or -3e-4; found '1,5'" + CHOOSE,
                fault("a,b\n1,\"1,5\"\n"));
        assertEquals("p.csv:2:1: 'a' must be finite, found 'NaN'", fault("a\nNaN\n"));
        assertEquals("p.csv:2:1: 'a' must be finite, found '-inf'", fault("a\n-inf\n"));
        assertEquals("p.csv:2:1: 'a' must be finite, found '1e999', which is too large", fault("a\n1e999\n"));
        assertEquals(
                "p.csv:2:1: 'a' must be a number, such as 1.5 or -3e-4; found '" + "x".repeat(60) + "…'" + CHOOSE,
                fault("a\n" + "x".repeat(100) + "\n"));
    }

    @Test
    void refusesEmptyTexts() {
        assertEquals("p.csv:2:3: 'model' is empty; expected a text", fault("a,model\n1,\" \"\n"));
    }

    @Test
    void refusesTextThatIsNoCsv() {
        assertEquals("p.csv:2:3: not CSV: Missing closing quote for value", fault("a,b\n1,\"2\n3,4\n"));
        assertEquals(
                "p.csv:2:3: not CSV: Unexpected character ('x' (code 120)): Expected column separator character"
                        + " (',' (code 44)) or end-of-line",
                fault("a,b\n1,\"2\"x\n"));
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin1 = "a,b\r\né,\u00B5A\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("p.csv:2:1: not text in UTF-8: found the byte 0xE9" + SAVE, Tables.fault("p.csv", latin1, all()));
        byte[] later = "a\r\u00E9\uD834\uDD1E?".getBytes(StandardCharsets.UTF_8);
        later[later.length - 1] = (byte) 0xB5;
        assertEquals("p.csv:2:4: not text in UTF-8: found the byte 0xB5" + SAVE, Tables.fault("p.csv", later, all()));
        byte[] wide = "a\n1\n".getBytes(StandardCharsets.UTF_16);
        assertEquals("p.csv:1:1: not text in UTF-8: found the byte 0xFE" + SAVE, Tables.fault("p.csv", wide, all()));
        byte[] cut = {'a', '\n', (byte) 0xE2, (byte) 0x82};
        assertEquals("p.csv:2:1: not text in UTF-8: found the byte 0xE2" + SAVE, Tables.fault("p.csv", cut, all()));
    }

    @Test
    void formatIsToldByTheEndOfTheName() {
        assertEquals(List.of(".csv", ".jsonl", ".ndjson"), TableFormats.suffixes());
        assertEquals(Optional.empty(), TableFormats.find("points.txt"));
        assertEquals(
                CsvFormat.class,
                TableFormats.find("runs/Points.CSV").orElseThrow().getClass());
        assertEquals(
                JsonLinesFormat.class,
                TableFormats.find("points.ndjson").orElseThrow().getClass());
    }

    @Test
    void requestIsForColumnsThatDiffer() {
        assertThrows(IllegalArgumentException.class, () -> wanted("a", "a"));
        assertThrows(IllegalArgumentException.class, () -> new TableRequest(Optional.of(List.of()), Set.of()));
    }

    private static PointTable read(String text) {
        return Tables.read("p.csv", text, all());
    }

    private static String fault(String text) {
        return fault(text, all());
    }

    private static String fault(String text, TableRequest request) {
        return Tables.fault("p.csv", text.getBytes(StandardCharsets.UTF_8), request);
    }
}
