package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.output.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultConditionTest {
    private static final List<Column> COLUMNS = List.of(
            column("id", Column.Type.LONG, Column.Role.ID),
            column("gna", Column.Type.DOUBLE, Column.Role.AXIS),
            column("model", Column.Type.STRING, Column.Role.AXIS),
            column("spike_count", Column.Type.INT, Column.Role.FEATURE),
            column("isi_cv", Column.Type.DOUBLE, Column.Role.FEATURE),
            column("a_gna", Column.Type.DOUBLE, Column.Role.AXIS),
            column("trace_v", Column.Type.DOUBLE_ARRAY, Column.Role.FEATURE),
            column("status", Column.Type.STRING, Column.Role.STATUS));
    private static final Map<String, List<String>> TEXTS =
            Map.of("model", List.of("HH", "HR"), "status", List.of("ok", "diverged"));
    /** A row of HR with 3 spikes and no isi_cv. */
    private static final Map<String, Double> ROW = Map.of(
            "id",
            7.0,
            "gna",
            0.5,
            "model",
            1.0,
            "spike_count",
            3.0,
            "isi_cv",
            Double.NaN,
            "a_gna",
            0.25,
            "status",
            0.0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gna > 0.4                                  | true
            a_gna < 0.3                                | true
            a.gna < 0.3                                | true
            gna > 2*a.gna or .5*a_gna + a.gna == .375  | true
            gna > 0.5                                  | false
            gna * 2 == 1 and spike_count in [2, 3]     | true
            spike_count not in [2, 3]                  | false
            model == HR                                | true
            model != HR                                | false
            HR == model                                | true
            model in [HH, HR] and status == ok         | true
            status == diverged                         | false
            mod(id, 2) == 1                            | true
            not (gna > 1)                              | true
            spike_count                                | true
            isi_cv > 0                                 | false
            isi_cv <= 0                                | false
            isi_cv != 0                                | false
            not (isi_cv > 0)                           | false
            isi_cv > 0 or gna > 0.4                    | true
            gna > 0.4 or isi_cv > 0                    | true
            isi_cv > 0 or gna > 1                      | false
            not (isi_cv > 0 and gna > 1)               | true
            isi_cv > 0 and gna > 0.4                   | false
            """)
    void aRowIsChosenWhereTheConditionHolds(String text, boolean holds) {
        ResultCondition condition = ResultCondition.read(text, COLUMNS, TEXTS);
        assertEquals(holds, condition.holds(ROW::get));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            gnaa > 1          | :1:1: unknown name 'gnaa'; did you mean 'gna'?
            gna >             | :1:6: expected a number, a name or '('
            model == HX       | :1:10: unknown name 'HX'; did you mean
            model == ok       | :1:1: --where compares 'model' with 'ok', which is not one of its values; accepted: HH, HR
            model > 1         | :1:1: --where uses 'model' as a number; compare it with one of its values; accepted: HH, HR
            model == 1        | :1:1: --where compares 'model' with an expression, which is not one of its values
            HH > 1            | :1:1: --where uses 'HH' as a column; it is a value of one
            trace_v > 1       | :1:1: --where: 'trace_v' does not have one number per row
            1 < 2             | :1:1: --where uses no column
            " "               | :1:1: --where is empty
            gna = 1           | :1:5: expected an operator or the end of the expression, found '='; equality is '=='
            """)
    void aMistakeIsToldWithItsPlace(String text, String message) {
        InputException fault = assertThrows(InputException.class, () -> ResultCondition.read(text, COLUMNS, TEXTS));
        assertTrue(fault.getMessage().startsWith("--where" + message), fault.getMessage());
    }

    private static Column column(String name, Column.Type type, Column.Role role) {
        return new Column(name, type, role, "", "");
    }
}
