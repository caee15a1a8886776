package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sweep.SweepKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code sweep}: a mapping of axes, or a list of blocks. */
public final class BlocksReader {
    private static final KnownNames KINDS = new KnownNames(SweepKeys.BLOCKS);

    private final NamedFiles files;

    /** Reads tables from {@code files}. */
    public BlocksReader(NamedFiles files) {
        this.files = files;
    }

    /**
     * The axes under {@code sweep}.
     *
     * @throws InputException if a block is malformed, or two axes have the same name
     */
    public DeclaredAxes read(Entry sweep) {
        if (sweep instanceof Entry.Listing listing) {
            if (listing.items().isEmpty()) {
                throw new InputException(sweep.position(), "'sweep' is empty; leave it out for a single row");
            }
            return new DeclaredAxes(listing.items().stream()
                    .flatMap(item -> blocks(item).stream())
                    .toList());
        }
        if (sweep instanceof Entry.Section section) {
            section.entries()
                    .forEach((name, entry) -> checkNoBlock(section.keys().get(name), name));
            return new DeclaredAxes(grid(section));
        }
        throw new InputException(
                sweep.position(),
                "'sweep' must be a mapping of axes, or a list of blocks such as '- zip: …', found " + sweep.shown());
    }

    private static void checkNoBlock(Position position, String name) {
        if (KINDS.contains(name)) {
            throw new InputException(
                    position, "'" + name + "' is a block: blocks form a list, with '- " + name + ": …' for each");
        }
    }

    private List<BlockSource> blocks(Entry item) {
        if (!(item instanceof Entry.Section section) || section.entries().size() != 1) {
            String found =
                    item instanceof Entry.Section several && !several.entries().isEmpty()
                            ? String.join(" and ", several.entries().keySet())
                            : item.shown();
            throw new InputException(
                    item.position(), "a block is a mapping with one key" + KINDS.hint("") + "; found " + found);
        }
        Map.Entry<String, Entry> block = section.entries().entrySet().iterator().next();
        Position position = section.keys().get(block.getKey());
        return switch (block.getKey()) {
            case "grid" -> grid(axes(block.getValue(), "grid"));
            case "zip" -> List.of(zip(axes(block.getValue(), "zip")));
            case "sample" -> List.of(BlockSource.of(new SampleReader(block.getValue()).read()));
            case "table" -> List.of(new TableReader(files).read(block.getValue()));
            case "replicates" -> List.of(BlockSource.of(List.of(new ReplicateAxis(position, block.getValue()))));
            default ->
                throw new InputException(
                        position,
                        "unknown block '" + block.getKey() + "'" + within(block.getKey()) + KINDS.hint(block.getKey()));
        };
    }

    /** What to add about a name that is not like that of a block. */
    private static String within(String name) {
        return KINDS.nearest(name).isPresent()
                ? ""
                : "; an axis is within one, as in '- grid: {" + Excerpt.of(name) + ": …}'";
    }

    private static Entry.Section axes(Entry entry, String kind) {
        Entry.Section section = Fields.section(entry, "'" + kind + "'");
        if (section.entries().isEmpty()) {
            throw new InputException(section.position(), "'" + kind + "' is empty; it needs at least one axis");
        }
        return section;
    }

    private static List<AxisSource> sources(Entry.Section section) {
        List<AxisSource> axes = new ArrayList<>();
        section.entries()
                .forEach((name, entry) ->
                        axes.add(new AxisReader(AxisHead.of(name, section.keys().get(name), entry), entry)));
        return axes;
    }

    private static List<BlockSource> grid(Entry.Section section) {
        section.entries().forEach((name, entry) -> {
            if (CarriedColumn.isCarried(name, entry)) {
                throw new InputException(
                        section.keys().get(name),
                        "'" + name + "' can only be carried along with other axes, in a zip or a table");
            }
        });
        return sources(section).stream()
                .map(axis -> BlockSource.of(List.of(axis)))
                .toList();
    }

    private static BlockSource zip(Entry.Section section) {
        List<AxisSource> axes = new ArrayList<>();
        List<CarriedColumn> carried = new ArrayList<>();
        section.entries().forEach((name, entry) -> {
            AxisHead head = AxisHead.of(name, section.keys().get(name), entry);
            if (CarriedColumn.isCarried(name, entry)) {
                carried.add(CarriedColumn.listed(head, (Entry.Section) entry));
            } else {
                axes.add(new AxisReader(head, entry));
            }
        });
        BlockSource.checkAxes(section.position(), axes);
        checkSizes(axes, carried);
        return new BlockSource(axes, carried);
    }

    private static void checkSizes(List<AxisSource> axes, List<CarriedColumn> carried) {
        AxisSource first = axes.get(0);
        long size = size(first);
        for (AxisSource axis : axes) {
            if (size(axis) != size) {
                throw new InputException(
                        axis.head().position(),
                        "the axes of a zip must have the same number of values: '"
                                + first.head().name() + "' has " + size + ", '"
                                + axis.head().name() + "' has " + size(axis));
            }
        }
        for (CarriedColumn column : carried) {
            if (column.cells().size() != size) {
                throw new InputException(
                        column.head().position(),
                        "the columns of a zip must have the same number of values: '"
                                + first.head().name() + "' has " + size + ", '"
                                + column.head().name() + "' has "
                                + column.cells().size());
            }
        }
    }

    private static long size(AxisSource axis) {
        return SweepKeys.PARTS.contains(axis.head().name())
                ? axis.names().size()
                : axis.numbers().size();
    }
}
