package io.github.spikesweep.command;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.command.text.SensitivityText;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.job.LocalPaths;
import io.github.spikesweep.output.OutputFile;
import io.github.spikesweep.plot.SensitivityPicture;
import io.github.spikesweep.plot.chart.PictureFile;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.sensitivity.Bootstrap;
import io.github.spikesweep.sensitivity.FeatureSensitivity;
import io.github.spikesweep.sensitivity.Method;
import io.github.spikesweep.sensitivity.SampledValues;
import io.github.spikesweep.sensitivity.SensitivityFile;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.RecordedSample;
import io.github.spikesweep.sweep.rows.RowCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep sensitivity}. */
@Command(
        name = "sensitivity",
        description = "Tells from the results of a sample how much each feature depends on each axis.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "The method of the sample decides what is told: Sobol indices of first order and total ones for saltelli, with"
                    + " those of second order if the design has them; mean, mean size and deviation of the elementary"
                    + " effects for morris; partial rank correlation coefficients for lhs and all others. A row that"
                    + " diverged or has no value takes the rest of its block with it; both are counted. Intervals are"
                    + " from drawing the blocks again at random (bootstrap).",
            "",
            "Examples:",
            "  spikesweep sensitivity results/hh-sobol-indices",
            "  spikesweep sensitivity results/hh-sensitivity --of frequency_hz --of AP_duration_half_width",
            "  spikesweep sensitivity results/hh-sobol-indices --of frequency_hz --out sobol.svg"
        })
final class SensitivityCommand implements Callable<Integer> {
    private static final String ENDING = "-sensitivity";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULTS", description = "The directory of the results.")
    private String results;

    @Option(
            names = "--of",
            paramLabel = "FEATURE",
            description = "A feature, or what 'find' has looked for; by default all that have a number per row. May be"
                    + " repeated.")
    private List<String> of = List.of();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only the rows that satisfy this condition, as in plot; for sweeps in which other axes vary, too:"
                            + " --where 'model == HH'.")
    private Optional<String> where;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "The probability of the intervals, above 0 and below 1; by default ${DEFAULT-VALUE}.")
    private double confidence;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "How often blocks are drawn again for the intervals, 2 to 100,000; by default ${DEFAULT-VALUE}.")
    private int resamples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of these draws; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture, whose name ends in .png, .svg or .pdf; RESULTS-sensitivity.png by default. The"
                    + " numbers go into a file of the same name that ends in .csv. Existing files are replaced.")
    private Optional<String> file;

    @Override
    public Integer call() throws IOException {
        PlotCommand.prepareDrawing();
        Bootstrap bootstrap = bootstrap();
        ResultsDirectory directory = new ResultsDirectory(results, LocalPaths.folder(results, Optional.empty()));
        ResultReader all = ResultReader.of(directory);
        checkComplete(all);
        RecordedSample sample = sample(all.run());
        List<Column> features = features(all.run().table());
        ResultReader reader = where.isPresent() ? all.where(where.get()) : all;
        PictureFile picture = PictureFile.at(file.orElseGet(() -> PlotCommand.besideResults(results, ENDING + ".png")));
        OutputFile csv = OutputFile.at(picture.name().replaceFirst("\\.[^.]*$", ".csv"), "a table of sensitivities");

        SampledValues values = new SampledValues(results, sample, features);
        Column divergence = all.run().table().columns(Column.Role.DIVERGENCE).get(0);
        List<Column> read = new ArrayList<>(features);
        read.add(divergence);
        reader.numbers(read, (id, numbers) -> values.add(id, !Double.isNaN(numbers[numbers.length - 1]), numbers));
        List<FeatureSensitivity> found =
                features.stream().map(feature -> values.of(feature, bootstrap)).toList();
        show(all.run().table(), sample, values, found, picture, csv);
        return 0;
    }

    private void show(
            RecordedTable table,
            RecordedSample sample,
            SampledValues values,
            List<FeatureSensitivity> found,
            PictureFile picture,
            OutputFile csv)
            throws IOException {
        Method method = values.method();
        SensitivityText text = new SensitivityText(method, sample.axes(), values.blocks());
        String head = "%s from %s, with %s intervals from %s resamples, seed %d"
                .formatted(
                        method.title(),
                        text.counted(values.blocks())
                                + (method.blockSize() > 1 ? " of " + method.blockSize() + " rows" : ""),
                        Figures.number(100 * confidence) + " %",
                        Figures.count(resamples),
                        seed);
        PrintWriter out = spec.commandLine().getOut();
        out.println(table.name() + ": " + head);
        for (FeatureSensitivity feature : found) {
            out.println();
            text.of(feature).forEach(out::println);
        }
        out.println();
        List<FeatureSensitivity> telling =
                found.stream().filter(FeatureSensitivity::tells).toList();
        if (telling.isEmpty()) {
            throw new InputException(results + ": nothing to draw or to write: no feature has sensitivities");
        }
        SensitivityFile.write(csv, sample.axes(), telling);
        List<Column> axes = sample.axes().stream()
                .map(axis -> table.column(ColumnNames.of(axis)).orElseThrow())
                .toList();
        List<String> notes = new ArrayList<>(List.of(table.name() + "  ·  " + head));
        telling.forEach(feature -> notes.addAll(text.leftOut(feature).stream()
                .limit(1)
                .map(line -> feature.feature().name() + ": " + line)
                .toList()));
        String title = table.description().isEmpty() ? table.name() : table.description();
        picture.write(new SensitivityPicture(method, axes).of(title, notes, telling));
        out.println(csv.name() + ", " + picture.name());
    }

    private Bootstrap bootstrap() {
        if (!(confidence > 0 && confidence < 1)) {
            throw new InputException("--confidence " + confidence + ": must be above 0 and below 1");
        }
        if (resamples < 2 || resamples > 100_000) {
            throw new InputException("--resamples " + resamples + ": must be from 2 to 100,000");
        }
        return new Bootstrap(seed, resamples, confidence);
    }

    private void checkComplete(ResultReader all) {
        long present = all.tally().present();
        Optional<RowCount> expected = all.run().moreThan(present);
        if (expected.isPresent() || !all.run().isComplete()) {
            String of = expected.map(count -> (count.exact() ? "" : "about ") + Figures.count(count.rows()))
                    .orElse("all");
            throw new InputException(
                    "%s has %s of %s rows; a design needs all of them: run the sweep again to complete it"
                            .formatted(results, Figures.count(present), of));
        }
    }

    private RecordedSample sample(EarlierRun run) {
        String text = run.sweep()
                .orElseThrow(() -> new InputException(
                        results + ": its record has no sweep file, which would be too long; there is no sample in it"));
        return RecordedSample.of(results, text);
    }

    private List<Column> features(RecordedTable table) {
        List<Column> known = table.figures();
        if (known.isEmpty()) {
            throw new InputException(results + " has no feature with a number per row");
        }
        return of.isEmpty()
                ? known
                : of.stream().distinct().map(name -> feature(name, known)).toList();
    }

    private Column feature(String name, List<Column> known) {
        return known.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("--of: unknown feature '" + name + "' of " + results
                        + new KnownNames(known.stream().map(Column::name).toList()).hint(name)));
    }
}
