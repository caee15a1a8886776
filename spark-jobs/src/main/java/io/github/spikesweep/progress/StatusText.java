package io.github.spikesweep.job;

import java.util.ArrayList;
import java.util.List;

/** A run's status as a line of a terminal: {@code gna-scan [#####-----]  50 %  10 of 20 rows, 2 tasks, 12 s left}. */
final class StatusBar {
    private static final int FEWEST_CELLS = 10;
    private static final int MOST_CELLS = 40;

    private final String name;

    StatusBar(String name) {
        this.name = name;
    }

    /** The line, at most {@code width} characters: of what does not fit the least important is left out. */
    String line(RunStatus status, int width) {
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
        String rows = done + " of " + Figures.count(status.rows()) + " rows";
        String speed = ", " + Figures.shortRate(status.neuronStepsPerSecond());
        String tasks = ", " + Figures.counted(status.runningTasks(), "task");
        String left = status.secondsLeft().isPresent()
                ? ", " + Figures.duration(status.secondsLeft().getAsDouble()) + " left"
                : "";
        List<String> texts = new ArrayList<>();
        texts.add(rows + speed + tasks + left);
        texts.add(rows + speed + left);
        texts.add(done + " rows" + speed + left);
        texts.add(done + " rows" + left);
        texts.add(left.replaceFirst(", ", "  "));
        return texts;
    }
}
