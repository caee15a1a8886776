package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.BlockSource;
import io.github.spikesweep.sweep.reading.axis.BlocksReader;
import io.github.spikesweep.sweep.reading.axis.DeclaredAxes;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;
import java.util.List;
import java.util.Optional;

/**
 * A sweep file by its keys.
 *
 * @param file the values of the top keys
 * @param axes the axes under {@code sweep}
 * @param find what every row looks for, if it does
 * @param continued which rows start from the end states of others, if any do
 */
public record GivenKeys(Fields file, DeclaredAxes axes, Optional<FindReader> find, Optional<ContinueReader> continued) {
    public static GivenKeys of(Entry.Section top, NamedFiles files) {
        top.keys().keySet().stream()
                .filter(key -> List.of("equations", "next", "cells", "kind").contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InputException(
                            top.keys().get(key),
                            "this is the file of a model, a circuit or a synapse; a sweep file names it, as in 'model: mine.yaml'");
                });
        Fields file = new Fields(top, "a sweep file", SweepKeys.ALL);
        Optional<FindReader> find = FindReader.of(file);
        Optional<ContinueReader> continued = ContinueReader.of(file);
        List<BlockSource> swept = file.find("sweep")
                .map(entry -> new BlocksReader(files).read(entry).blocks())
                .orElse(List.of());
        List<BlockSource> blocks = continued.map(reader -> reader.blocks(swept)).orElse(swept);
        return new GivenKeys(file, new DeclaredAxes(blocks), find, continued);
    }

    /** The names of what every row looks for, with their positions: that of the first, then of what is found within. */
    public List<AxisHead> found() {
        return find.map(FindReader::heads).orElse(List.of());
    }

    /** Whether an axis of this name sets something, or a value that is found. */
    public boolean varies(String name) {
        return hasAxis(name) || found(name).isPresent();
    }

    private Optional<Position> found(String name) {
        return found().stream()
                .filter(head -> head.name().equals(name))
                .map(AxisHead::position)
                .findFirst();
    }

    public boolean hasAxis(String name) {
        return axes.contains(name);
    }

    /** Refuses to look for the values of an axis. */
    public void checkNoAxis(AxisHead found) {
        if (hasAxis(found.name())) {
            throw new InputException(
                    found.position(),
                    "'%s' is to be found and is also an axis, at %s; keep one"
                            .formatted(found.name(), axisPosition(found.name())));
        }
    }

    /** The position of an axis in the space. */
    public int axisIndex(String name) {
        return axes.names().indexOf(name);
    }

    public Position axisPosition(String name) {
        return axes.get(name).head().position();
    }

    /** The position where something is set, as a key, as an axis or under {@code find}. */
    public Optional<Position> given(String name) {
        return Optional.ofNullable(
                varies(name)
                        ? hasAxis(name) ? axisPosition(name) : found(name).orElseThrow()
                        : file.find(name).map(entry -> file.positionOf(name)).orElse(null));
    }

    /** Refuses an axis that sets what is also set at {@code other}, or a value to be found. */
    public void checkSetOnce(String axis, Position other) {
        if (hasAxis(axis)) {
            throw new InputException(
                    axisPosition(axis), "'" + axis + "' is an axis and is also set at " + other + "; keep one");
        }
        found(axis).ifPresent(position -> {
            throw new InputException(
                    position, "'" + axis + "' is to be found and is also set at " + other + "; keep one");
        });
    }
}
