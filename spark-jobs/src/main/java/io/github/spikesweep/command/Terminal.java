package io.github.spikesweep.command;

import java.io.Console;

/** The terminal that the program runs in, if it does. */
final class Terminal {
    private Terminal() {}

    /** Whether input and output are a terminal that can move its cursor. */
    @SuppressWarnings("SystemConsoleNull") // null without a terminal up to Java 21; isTerminal tells from 22 on
    static boolean isAttached() {
        String kind = System.getenv("TERM");
        Console console = System.console();
        return console != null && kind != null && !kind.equals("dumb") && isTerminal(console);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
