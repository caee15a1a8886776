package io.github.spikesweep.progress;

import java.util.List;
import java.util.Locale;

/** The status of a run in one line. */
final class StatusText {
    private static final int FEWEST_CELLS = 10;
    private static final int MOST_CELLS = 40;

    private StatusText() {}

    /** For a log: {@code gna-scan: 10 of 20 rows (50.0 %), 2.5 million neuron-steps/s, 2 tasks, 12 s left}. */
    static String line(String name, RunStatus status) {
        return "%s: %s of %s rows%s (%s), %s, %s"
                        .formatted(
                                name,
                                Figures.count(status.rowsDone()),
                                Figures.count(status.rows()),
                                round(status),
                                String.format(Locale.ROOT, "%.1f %%", 100 * status.fraction()),
                                Figures.rate(status.neuronStepsPerSecond()),
                                Figures.counted(status.runningTasks(), "task"))
                + left(status);
    }

    /** After a round there may be more rows. */
    private static String round(RunStatus status) {
        return status.round() == RunStatus.NO_ROUND ? "" : " up to round " + status.round();
    }

    private static String left(RunStatus status) {
        return status.secondsLeft().isPresent()
                ? ", " + Figures.duration(status.secondsLeft().getAsDouble()) + " left"
                : "";
    }

    /**
     * For a terminal: {@code gna-scan [#####-----]  50 %  10 of 20 rows, 2 tasks, 12 s left}.
     *
     * @param width the most characters; if the line does not fit, the least important parts are left out
     */
    static String bar(String name, RunStatus status, int width) {
        List<String> texts = texts(status);
        String around = "%s [] %3d %%".formatted(name, (int) (100 * status.fraction()));
        String text = texts.stream()
                .filter(wanted -> around.length() + FEWEST_CELLS + wanted.length() <= width)
                .findFirst()
                .orElse(texts.get(texts.size() - 1));
        int cells = Math.max(1, Math.min(MOST_CELLS, width - around.length() - text.length()));
        int full = (int) (cells * status.fraction());
        String line = "%s [%s%s] %3d %%%s"
                .formatted(name, "#".repeat(full), "-".repeat(cells - full), (int) (100 * status.fraction()), text);
        return line.length() <= width ? line : line.substring(0, Math.max(0, width));
    }

    /** From the longest to the shortest. */
    private static List<String> texts(RunStatus status) {
        String done = "  " + Figures.count(status.rowsDone());
        String rows = done + " of " + Figures.count(status.rows()) + " rows" + round(status);
        String speed = ", " + Figures.shortRate(status.neuronStepsPerSecond());
        String tasks = ", " + Figures.counted(status.runningTasks(), "task");
        String left = left(status);
        return List.of(
                rows + speed + tasks + left,
                rows + speed + left,
                done + " rows" + speed + left,
                done + " rows" + left,
                left.replaceFirst(", ", "  "));
    }
}
