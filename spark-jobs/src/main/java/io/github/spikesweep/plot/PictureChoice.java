package io.github.spikesweep.plot;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.PlottedRows;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.plot.trace.CellRasterPicture;
import io.github.spikesweep.plot.trace.TracePicture;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.FindStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the picture for results: voltage over time for traces, intervals over an axis or a raster for spike times, a line for one
 * axis, a map for two, a panel each for more, a histogram if only replicates vary; texts become colours.
 */
public final class PictureChoice {
    private static final String RATE = "frequency_hz";
    private static final String UNIT_OF_RATES = "Hz";
    private static final String COUNT = "spike_count";
    /** What to show if no row has a spike: the first column with one of these endings. */
    private static final List<String> WITHOUT_SPIKES = List.of("maximum_voltage", "_max", "steady_state_voltage");

    /** If one of two axes has fewer values than this, it becomes separate lines. */
    private static final int FEWEST_FOR_MAP = 5;

    private final ResultsDirectory directory;
    private final RecordedTable table;
    private final ResultReader reader;
    private final PlotRequest request;

    private PictureChoice(ResultReader reader, PlotRequest request) {
        this.directory = reader.directory();
        this.table = reader.run().table();
        this.reader = reader;
        this.request = request;
    }

    /**
     * The picture of the results in a directory.
     *
     * @throws InputException if there are none, or there is nothing to draw
     */
    public static Picture of(ResultsDirectory directory, PlotRequest request) throws IOException {
        ResultReader all = ResultReader.of(directory);
        ResultReader reader =
                request.where().isPresent() ? all.where(request.where().get()) : all;
        return new PictureChoice(reader, request).choose();
    }

    private Picture choose() throws IOException {
        Optional<Column> x = request.x().map(this::known);
        Optional<Column> y = request.y().map(this::known);
        Optional<Column> color = request.color().map(this::known);
        if (x.isPresent() && y.isPresent() && y.get().role() == Column.Role.AXIS) {
            return map(x.get(), y.get(), color);
        }
        Optional<Column> series = y.or(() -> x.isPresent() || color.isPresent() ? Optional.empty() : usualSeries());
        if (series.isPresent() && series.get().type() == Column.Type.DOUBLE_ARRAY) {
            return series.get().name().startsWith(TracePicture.TRACE)
                    ? new TracePicture(reader).of(y)
                    : spikes(series.get(), x);
        }
        return figures(x, y, color);
    }

    /** Traces or spike times, if the sweep asked for them. */
    private Optional<Column> usualSeries() {
        return table.columns().stream()
                .filter(column -> column.type() == Column.Type.DOUBLE_ARRAY)
                .min(Comparator.comparing(column -> !column.name().startsWith(TracePicture.TRACE)));
    }

    /** The spike times of the cells of a circuit. */
    private List<Column> timesOfCells() {
        return table.columns().stream()
                .filter(column -> column.type() == Column.Type.DOUBLE_ARRAY
                        && column.name().endsWith(CellRasterPicture.TIMES))
                .toList();
    }

    private Picture spikes(Column times, Optional<Column> x) throws IOException {
        if (request.y().isEmpty() && timesOfCells().size() > 1) {
            return new CellRasterPicture(reader).of(timesOfCells());
        }
        PlottedRows rows = read(List.of(times));
        Optional<SweptAxis> along = x.map(column -> rows.axis(column.name()))
                .or(() -> rows.numeric().stream().max(Comparator.comparingInt(SweptAxis::size)));
        SpikePicture picture = new SpikePicture(rows, times, this::title);
        return along.isPresent() && along.get().isNumeric() && !along.get().isReplicate()
                ? picture.intervals(along.get())
                : picture.raster();
    }

    private Picture map(Column x, Column y, Optional<Column> color) throws IOException {
        Figure figure = figure(color);
        return pictures(figure).maps(figure.rows().axis(x.name()), figure.rows().axis(y.name()), List.of());
    }

    private FigurePicture pictures(Figure figure) {
        return new FigurePicture(figure.rows(), figure.column(), title(Quantity.name(figure.column())));
    }

    private Picture figures(Optional<Column> x, Optional<Column> y, Optional<Column> color) throws IOException {
        Figure figure = figure(y);
        FigurePicture pictures = pictures(figure);
        List<SweptAxis> numeric = figure.rows().numeric();
        List<SweptAxis> texts = figure.rows().texts();
        if (x.isPresent() || color.isPresent()) {
            return chosenLines(pictures, figure.rows(), x, color);
        }
        if (numeric.isEmpty()) {
            return withoutNumbers(pictures, figure, texts);
        }
        if (numeric.size() == 1) {
            return pictures.lines(numeric.get(0), texts);
        }
        if (numeric.size() == 2 && texts.isEmpty()) {
            SweptAxis fewer = numeric.get(0).size() < numeric.get(1).size() ? numeric.get(0) : numeric.get(1);
            SweptAxis more = fewer == numeric.get(0) ? numeric.get(1) : numeric.get(0);
            return fewer.size() < FEWEST_FOR_MAP
                    ? pictures.lines(more, List.of(fewer))
                    : pictures.maps(numeric.get(0), numeric.get(1), List.of());
        }
        if (numeric.size() + Math.min(1, texts.size()) == 3) {
            return pictures.mapsByTheRest(numeric, texts);
        }
        return pictures.axes(numeric, texts);
    }

    /** If no numeric axis varies, but perhaps the number of replicates. */
    private Picture withoutNumbers(FigurePicture pictures, Figure figure, List<SweptAxis> texts) {
        PlottedRows rows = figure.rows();
        if (!texts.isEmpty() && rows.replicates().isEmpty()) {
            return pictures.bars(texts);
        }
        if (rows.columns().rows() == 1) {
            throw nothing("it has one row, and no axis varies; 'spikesweep trace' writes a row over time");
        }
        if (!rows.columns().vary(figure.column())) {
            throw nothing("no axis varies between its rows, and neither does " + Quantity.name(figure.column()));
        }
        return pictures.histograms(texts);
    }

    private Picture chosenLines(FigurePicture pictures, PlottedRows rows, Optional<Column> x, Optional<Column> color) {
        List<SweptAxis> others = new ArrayList<>(rows.numeric());
        color.ifPresent(column -> others.remove(rows.axis(column.name())));
        SweptAxis along = x.map(column -> rows.axis(column.name()))
                .or(() -> others.stream().max(Comparator.comparingInt(SweptAxis::size)))
                .orElseThrow(() -> nothing("no axis but " + color.orElseThrow().name() + " varies"));
        if (!along.isNumeric()) {
            return pictures.bars(rows.texts());
        }
        return pictures.lines(
                along, color.map(column -> List.of(rows.axis(column.name()))).orElse(rows.texts()));
    }

    /** The column to show, with the rows. */
    private record Figure(Column column, PlottedRows rows) {}

    private Figure figure(Optional<Column> wanted) throws IOException {
        if (wanted.isPresent()) {
            boolean isText =
                    wanted.get().type() == Column.Type.STRING && wanted.get().role() != Column.Role.FEATURE;
            if (isText || wanted.get().type() == Column.Type.DOUBLE_ARRAY) {
                throw new InputException("'" + wanted.get().name() + "' does not have one number per row");
            }
            return new Figure(wanted.get(), rows(wanted.get()));
        }
        List<Column> features = Stream.of(Column.Role.FOUND, Column.Role.FEATURE)
                .flatMap(role -> table.columns(role).stream())
                .filter(PictureChoice::isDrawn)
                .toList();
        Column usual = usual(features).orElseThrow(() -> nothing("the table has no features"));
        PlottedRows rows = rows(usual);
        if (rows.columns().vary(usual)) {
            return new Figure(usual, rows);
        }
        boolean spikes = Arrays.stream(rows.columns().numbers(usual)).anyMatch(value -> value > 0);
        if (spikes || !countsSpikes(usual)) {
            String why = Quantity.name(usual)
                    + (hasAny(rows, usual) ? " is the same in all rows" : " has no value in any row");
            return varyingFigure(features, why).orElse(new Figure(usual, rows));
        }
        return figureWithoutSpikes(features).orElse(new Figure(usual, rows.with("no row has a spike")));
    }

    /** The rows with a column; of values found, it is said which are an end of where they were looked for. */
    private PlottedRows rows(Column shown) throws IOException {
        if (shown.role() != Column.Role.FOUND) {
            return read(List.of(shown));
        }
        List<Column> found = table.columns(Column.Role.FOUND);
        Column status = found.subList(found.indexOf(shown), found.size()).stream()
                .filter(column -> column.type() == Column.Type.STRING)
                .findFirst()
                .orElseThrow();
        PlottedRows rows = read(List.of(shown, status));
        String always = FindStatus.ALWAYS.label();
        int count = (int) Arrays.stream(rows.columns().texts(status))
                .filter(always::equals)
                .count();
        return count == 0 ? rows : rows.with(Figures.counted(count, "row") + " at the lower end already");
    }

    /** What was found; else the rate of spikes, in whichever column a table has it; else their number; else the first feature. */
    private static Optional<Column> usual(List<Column> features) {
        return features.stream()
                .filter(column -> column.role() == Column.Role.FOUND)
                .findFirst()
                .or(() -> named(features, RATE))
                .or(() -> features.stream()
                        .filter(column -> column.unit().equals(UNIT_OF_RATES))
                        .findFirst())
                .or(() -> named(features, COUNT))
                .or(() -> features.stream()
                        .filter(column -> column.name().endsWith("_" + COUNT))
                        .findFirst())
                .or(() -> features.stream().findFirst());
    }

    /** Whether a column has a number or a class per row. */
    private static boolean isDrawn(Column column) {
        return switch (column.type()) {
            case LONG, INT, DOUBLE -> true;
            case STRING -> column.role() == Column.Role.FEATURE;
            case DOUBLE_ARRAY -> false;
        };
    }

    private static Optional<Column> named(List<Column> features, String name) {
        return features.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether 0 or nothing in all rows means that there is no spike. */
    private static boolean countsSpikes(Column column) {
        return column.unit().equals(UNIT_OF_RATES) || column.name().endsWith(COUNT);
    }

    private static boolean hasAny(PlottedRows rows, Column column) {
        return Arrays.stream(rows.columns().numbers(column)).anyMatch(value -> !Double.isNaN(value));
    }

    private Optional<Figure> varyingFigure(List<Column> features, String why) throws IOException {
        for (Column other : features) {
            PlottedRows rows = read(List.of(other));
            if (rows.columns().vary(other)) {
                return Optional.of(new Figure(other, rows.with(why + ", so this is the " + other.description())));
            }
        }
        return Optional.empty();
    }

    private Optional<Figure> figureWithoutSpikes(List<Column> features) throws IOException {
        Optional<Column> voltage = WITHOUT_SPIKES.stream()
                .flatMap(ending ->
                        features.stream().filter(column -> column.name().endsWith(ending)))
                .findFirst();
        if (voltage.isEmpty()) {
            return Optional.empty();
        }
        Column shown = voltage.get();
        String why = "no row has a spike, so this is the " + shown.description();
        return Optional.of(new Figure(shown, read(List.of(shown)).with(why)));
    }

    private PlottedRows read(List<Column> wanted) throws IOException {
        PlottedRows rows = PlottedRows.read(reader, wanted);
        if (rows.columns().rows() == 0) {
            throw new InputException(request.where()
                    .map(condition -> "--where: no row of " + directory.name() + " satisfies '" + condition + "'")
                    .orElse(directory.name() + " has no rows yet"));
        }
        return rows;
    }

    /** A column by its name, or as a sweep file calls what is in it: {@code a.gna}. */
    private Column known(String wanted) {
        String name = table.column(wanted).isPresent() ? wanted : Column.nameOf(wanted);
        table.column(name)
                .filter(column -> column.role() == Column.Role.CARRIED && column.type() == Column.Type.STRING)
                .ifPresent(column -> {
                    throw new InputException(
                            "'" + name + "' has texts that are only carried along, which a picture cannot show");
                });
        List<String> names = table.columns().stream()
                .filter(column -> column.type() != Column.Type.STRING
                        || column.role() == Column.Role.AXIS
                        || column.role() == Column.Role.FEATURE)
                .map(Column::name)
                .toList();
        return table.column(name)
                .filter(column -> names.contains(name))
                .orElseThrow(() -> new InputException(
                        "unknown column '" + wanted + "' of " + directory.name() + new KnownNames(names).hint(name)));
    }

    /** The description of the sweep says what its usual picture shows, but not one that was asked for. */
    private String title(String shown) {
        return table.description().isEmpty() || request.y().isPresent()
                ? table.name() + ": " + shown
                : table.description();
    }

    private InputException nothing(String why) {
        return new InputException(directory.name() + ": nothing to draw: " + why);
    }
}
