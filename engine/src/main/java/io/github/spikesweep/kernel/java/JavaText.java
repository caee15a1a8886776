package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.SourceText;
import io.github.spikesweep.kernel.graph.Value;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Java source as it is written: lines, blocks, and values as expressions in one precision. */
final class JavaText extends SourceText {
    /** In a package of its own: class loaders ask their parents first, and no other class must answer. */
    private static final String PACKAGE = "io.github.spikesweep.kernel.compiled";

    private static final String SIMPLE_NAME = "Kernel";
    /** The class that is written. */
    static final String CLASS = PACKAGE + "." + SIMPLE_NAME;

    /** How many numbers make a method too large for being inlined. */
    private static final int NUMBERS_OUT_OF_LINE = 47;

    JavaText(Precision precision) {
        super(precision);
    }

    /**
     * Keeps the method that is being written from being inlined: HotSpot inlines no method of more than 325 bytes of bytecode
     * (FreqInlineSize). A loop compiled on its own is vectorised reliably; one compiled in the company of others often is not.
     * The code is never reached (the arena is not empty) and costs no machine code. It is a list of numbers, since a kernel takes the
     * longer to compile the more text it has: each gives 7 bytes.
     */
    void keepOutOfLine() {
        open("if (s.length == 0)");
        line("int[] z = {" + String.join(", ", Collections.nCopies(NUMBERS_OUT_OF_LINE, "999")) + "};");
        close();
    }

    /** Begins the class of a kernel, with its arena. */
    void openClass(Class<?> kernel, int elements) {
        line("package " + PACKAGE + ";");
        open("public final class " + SIMPLE_NAME + " implements " + kernel.getName());
        line("private final " + real() + "[] s = new " + real() + "[" + elements + "];");
    }

    /** The methods of {@link LaneMemory}. A quantity that is also in the other arena is written to both. */
    void memoryAccess(DoubleArena doubles) {
        line("public double get(int element) { return s[element]; }");
        String writes = doubles.writes().stream().map(write -> " " + write).collect(Collectors.joining());
        line("public void put(int element, double value) { s[element] = (" + real() + ") value;" + writes + " }");
        open("public void read(int element, int width, int stride, int count, double[] into)");
        open("for (int k = 0; k < count; k++)");
        line("for (int j = 0; j < width; j++) { into[k * width + j] = s[element + k * stride + j]; }");
        close();
        close();
    }

    /** Begins a method that runs a loop over the arena. */
    void openLoop(String method) {
        open("private void " + method + "()");
        line("final " + real() + "[] s = this.s;");
        keepOutOfLine();
    }

    /** A loop that extends the rows {@code lowest} and {@code highest} to the values {@code low} and {@code high}. NaN stays. */
    void extremes(String method, String low, String high, int lowest, int highest, int lanes) {
        openLoop(method);
        open("for (int i = 0; i < " + lanes + "; i++)");
        line(element(lowest) + " = Math.min(" + element(lowest) + ", " + low + ");");
        line(element(highest) + " = Math.max(" + element(highest) + ", " + high + ");");
        close();
        close();
    }

    /**
     * The same for some variables, each with a loop of its own, extremes and the number of the variable.
     *
     * @param rows of every variable the row of its values
     */
    void extremes(List<Integer> variables, List<Integer> rows, List<Integer> lowest, List<Integer> highest, int lanes) {
        for (int v : variables) {
            String value = element(rows.get(v));
            extremes("extremes" + v, value, value, lowest.get(v), highest.get(v), lanes);
        }
    }

    /** Writes the lanes where a condition holds into {@code found}, and returns how many there are. */
    void find(String condition, int lanes) {
        line("int n = 0;");
        open("for (int i = 0; i < " + lanes + "; i++)");
        line("if (" + condition + ") { found[n++] = i; }");
        close();
        line("return n;");
    }

    /**
     * Copies a value into a row.
     *
     * @param row the row that holds it; null if all lanes share the value
     */
    void writeRow(Value value, Integer row, String to, int lanes) {
        if (row != null) {
            copyRow(Integer.toString(row), to, lanes);
        } else {
            String shared = value.isConstant() ? literal(value.constant()) : field(value);
            line("java.util.Arrays.fill(s, " + to + ", " + to + " + " + lanes + ", " + shared + ");");
        }
    }

    void copyRow(String from, String to, int lanes) {
        line("System.arraycopy(s, " + from + ", s, " + to + ", " + lanes + ");");
    }

    /** Copies a row with the opposite sign. */
    void negateRow(String from, String to, int lanes) {
        open("for (int i = 0; i < " + lanes + "; i++)");
        line("s[" + to + " + i] = -s[" + from + " + i];");
        close();
    }

    /** The field of a value that all lanes share. */
    static String field(Value value) {
        return "u" + value.id();
    }

    /** The local variable of a value within a loop over lanes. */
    static String local(Value value) {
        return "x" + value.id();
    }

    /** The element of lane {@code i} in the row that starts at {@code row}. */
    static String element(int row) {
        return element("s", row);
    }

    /** The same in the row of a value, which is in the arena of its precision. */
    static String element(Value value, int row) {
        return element(arena(value), row);
    }

    /** The array with the rows of a value. */
    static String arena(Value value) {
        return value.inDouble() ? DoubleArena.NAME : "s";
    }

    private static String element(String arena, int row) {
        return row == 0 ? arena + "[i]" : arena + "[i + " + row + "]";
    }

    @Override
    protected String call(Value value, List<String> x) {
        return switch (value.operation()) {
            case ABS -> "Math.abs(" + x.get(0) + ")";
            case FMA -> fma(x.get(0), x.get(1), x.get(2));
            case MIN -> "Math.min(" + x.get(0) + ", " + x.get(1) + ")";
            case MAX -> "Math.max(" + x.get(0) + ", " + x.get(1) + ")";
            case SQRT -> rounded(value, "Math.sqrt(" + x.get(0) + ")");
            case FLOOR -> rounded(value, "Math.floor(" + x.get(0) + ")");
            default -> rounded(value, value.name() + "(" + String.join(", ", x) + ")");
        };
    }

    /**
     * One operation in another form with the same bits.
     *
     * @param names how to refer to an argument that is no constant
     */
    String expression(Value value, LanePairing.Form form, Function<Value, String> names) {
        if (form == LanePairing.Form.PLAIN) {
            return expression(value, names);
        }
        List<String> x = operands(value, names);
        boolean swapped = form == LanePairing.Form.FUSED_SWAPPED;
        String first = x.get(swapped ? 1 : 0);
        String second = x.get(swapped ? 0 : 1);
        return switch (value.operation()) {
            case ADD -> swapped ? fma(literal(value, 1), second, first) : fma(first, literal(value, 1), second);
            case SUBTRACT -> swapped ? fma(literal(value, -1), first, second) : fma(second, literal(value, -1), first);
            case MULTIPLY -> fma(first, second, literal(value, -0.0));
            case FMA -> fma(first, second, x.get(2));
            default -> throw new IllegalArgumentException(value.operation() + " has one form");
        };
    }

    private static String fma(String a, String b, String c) {
        return "Math.fma(" + a + ", " + b + ", " + c + ")";
    }

    /** Methods on doubles: in single precision, their value is rounded once more. */
    private String rounded(Value value, String call) {
        return type(value).equals("float") ? "(float) " + call : call;
    }

    @Override
    protected String special(double value, Precision in) {
        String name = Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
        return (in == Precision.DOUBLE ? "Double." : "Float.") + name;
    }
}
