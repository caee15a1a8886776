package io.github.spikesweep.job;

import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.FilledAudit;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.results.file.ClassScan;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.FilledFile;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.refine.KnownRows;
import io.github.spikesweep.wave.FileNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What follows for the rows of a refined sweep that were not simulated, once its rounds are over. */
final class Filling {
    private final SweptRows rows;
    private final ResultsDirectory results;
    private final ClassScan scan;
    private final SweepDefinition definition;
    private final KnownRows known;
    /** The ids of filled rows that are in the directory. */
    private final long[] present;

    Filling(SweptRows rows, ResultsDirectory results) throws IOException {
        this.rows = rows;
        this.results = results;
        this.definition = rows.sweep().definition();
        this.scan = new ClassScan(definition, rows.grid());
        LongStream.Builder filled = LongStream.builder();
        this.known = scan.read(results.dataFiles(), filled::add);
        this.present = filled.build().sorted().toArray();
    }

    /** Writes those that the table has and that are not there yet. Returns how many there are now. */
    long write() throws IOException {
        if (!definition.refinement().fill()) {
            return 0;
        }
        FilledFile file = FilledFile.of(definition, known, id -> Arrays.binarySearch(present, id) < 0);
        if (file.rows() > 0) {
            FileNames names = FileNames.next();
            Folder folder = results.unfinished().folder(names.wave());
            folder.create();
            String name = names.of(0);
            file.write(
                    results.dataFiles(), folder.output(name), Versions.current().spark());
            folder.move(name, results.folder(), name);
            results.deleteUnfinished();
        }
        return (long) present.length + file.rows();
    }

    /** The rows that an audit chooses, except those that it has simulated already, as positions among the candidates. */
    IndexRanges audited() throws IOException {
        KnownRows done = scan.read(simulatedAside());
        Selection candidates = rows.all().candidates();
        List<Long> chosen = new ArrayList<>();
        known.fill((id, nearest) -> {
            if (definition.audit().choosesFilled(id) && done.classOf(id) < 0) {
                chosen.add(candidates.positionOf(id));
            }
        });
        long[] positions = chosen.stream().mapToLong(Long::longValue).sorted().toArray();
        return IndexRanges.ofSorted(positions, positions.length);
    }

    /** What the audit has found, after {@link #audited} rows were simulated; nothing if there is none. */
    Optional<FilledAudit> found() throws IOException {
        if (!definition.isAudited()) {
            return Optional.empty();
        }
        KnownRows simulated = scan.read(simulatedAside());
        Audit audit = definition.audit();
        Tally tally = new Tally();
        known.fill((id, nearest) -> {
            if (audit.choosesFilled(id)) {
                tally.add(id, simulated.classOf(id) == known.classOf(nearest));
            }
        });
        return Optional.of(new FilledAudit(audit, tally.rows, tally.wrong, tally.example));
    }

    private List<DataFile> simulatedAside() throws IOException {
        ResultsDirectory aside = results.audited();
        return aside.folder().exists() ? aside.dataFiles() : List.of();
    }

    private static final class Tally {
        private long rows;
        private long wrong;
        private OptionalLong example = OptionalLong.empty();

        void add(long id, boolean right) {
            rows++;
            if (!right) {
                wrong++;
                example = OptionalLong.of(Math.min(id, example.orElse(id)));
            }
        }
    }
}
