package io.github.spikesweep.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command line that was executed in this JVM.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it printed on standard error
 */
public record Execution(int code, String out, String err) {
    /** Executes it. */
    public static Execution of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SpikeSweep.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Execution(code, out.toString(), err.toString());
    }
}
