package io.github.spikesweep.plot.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.Listing;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.trace.TraceColumn;
import io.github.spikesweep.trace.TraceSink;
import io.github.spikesweep.trace.TraceSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A file with a trace: a panel for each of its columns over time. */
public final class TraceFilePicture implements TraceSink {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 190;
    private static final int LONE_HEIGHT = 480;
    private static final Set<String> PURE_NUMBERS = Set.of("1", "dimensionless");

    private final List<TraceColumn> columns = new ArrayList<>();
    private final List<Envelope> curves = new ArrayList<>();

    private TraceFilePicture() {}

    /**
     * The picture of a file.
     *
     * @param wanted the column to draw; all by default
     * @throws InputException if it is not a trace, is empty, or has no such column
     */
    public static Picture of(TraceSource file, Optional<String> wanted) throws IOException {
        TraceFilePicture picture = new TraceFilePicture();
        file.read(picture);
        return picture.drawn(file, wanted);
    }

    @Override
    public void begin(List<TraceColumn> found) {
        columns.addAll(found);
        found.stream().skip(1).forEach(column -> curves.add(new Envelope()));
    }

    @Override
    public void add(double[] row) {
        for (int i = 0; i < curves.size(); i++) {
            curves.get(i).add(row[0], row[i + 1]);
        }
    }

    private Picture drawn(TraceSource file, Optional<String> asked) {
        List<String> names = columns.stream().skip(1).map(TraceColumn::name).toList();
        // A sweep file calls what is in the column a_v a.v.
        Optional<String> wanted = asked.map(name -> names.contains(Column.nameOf(name)) ? Column.nameOf(name) : name);
        wanted.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new InputException(
                    "unknown column '" + name + "' of " + file.name() + new KnownNames(names).hint(name));
        });
        long count = curves.get(0).count();
        if (count == 0) {
            throw new InputException(file.name() + ": nothing to draw: it has no values");
        }
        int[] shown = IntStream.range(0, curves.size())
                .filter(i -> wanted.isEmpty() || names.get(i).equals(wanted.get()))
                .toArray();
        List<TracePanel> panels = Arrays.stream(shown).mapToObj(this::panel).toList();
        String what = Listing.of(Arrays.stream(shown).mapToObj(names::get).toList());
        String note = "%s  ·  %s over time  ·  %s values".formatted(file.name(), what, Figures.count(count));
        return new Picture(
                file.title(),
                List.of(note),
                TracePanel.charts(panels),
                1,
                WIDTH,
                panels.size() == 1 ? LONE_HEIGHT : HEIGHT);
    }

    private TracePanel panel(int i) {
        TraceColumn column = columns.get(i + 1);
        String unit = unit(column);
        return new TracePanel(
                "",
                Quantity.withUnit("time", unit(columns.get(0))),
                Quantity.withUnit(column.name(), unit),
                unit.isEmpty() ? column.name() : "all in " + unit,
                i,
                curves.get(i));
    }

    /** Its unit; empty for a pure number too. */
    private static String unit(TraceColumn column) {
        return PURE_NUMBERS.contains(column.unit()) ? "" : column.unit();
    }
}
