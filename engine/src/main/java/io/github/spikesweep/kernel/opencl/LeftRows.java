package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;

/**
 * The memory of a kernel on the host. What advances leave stays on the device until it is asked for; the histories of lanes that cross a threshold come
 * with {@link CrossingRecords}.
 */
final class LeftRows {
    /** In place of the number of an advance: the host has what it left. */
    private static final int HERE = -1;
    /** So often, and in one of so many advances, more may be asked for than records have. */
    private static final int MOST_MISSED = 16;

    private static final int ONE_IN = 4;

    private final DevicePlan plan;
    private final KernelLayout layout;
    private final int lanes;
    private final DeviceMemory device;
    private final CrossingRecords records;
    private final Elements arena;
    /** The variables before the last advance. */
    private final Elements saved;
    /** Of each lane the advance whose record of it was read, counted since the start. */
    private final long[] recorded;

    private long advances;
    /** The advances of the present launch that left the rows that are still on the device. */
    private int carriedAt = HERE;

    private int historiesAt = HERE;
    private int previousAt = HERE;
    private int savedAt = HERE;
    /** The steps of the last advance, and of the one before. */
    private int steps;

    private int stepsBefore;
    /** In how many advances more was asked for than lanes that cross a threshold. */
    private long missed;
    /** Whether more than the histories of lanes that cross a threshold is read anyway. */
    private boolean wantsAll;

    LeftRows(DevicePlan plan, Elements arena, DeviceMemory device, CrossingRecords records) {
        this.plan = plan;
        this.layout = plan.layout();
        this.lanes = layout.lanes();
        this.device = device;
        this.records = records;
        this.arena = arena;
        this.saved = arena.ofSame(layout.variables().size() * lanes);
        this.recorded = new long[lanes];
    }

    double get(int element) {
        require(element, 1);
        return arena.get(element);
    }

    void put(int element, double value) {
        if (element < plan.carried()) {
            bringCarried();
        }
        arena.put(element, value);
    }

    void read(int element, int width, int stride, int count, double[] into) {
        for (int k = 0; k < count; k++) {
            require(element + k * stride, width);
            for (int j = 0; j < width; j++) {
                into[k * width + j] = arena.get(element + k * stride + j);
            }
        }
    }

    /** Has {@code width} elements of a row in the arena, and those of the same lanes in other rows of their kind: carried, or histories. */
    void require(int element, int width) {
        if (element < plan.carried()) {
            bringCarried();
        } else if (element >= plan.left()) {
            if (previousAt != HERE) {
                bringPrevious(element);
            }
        } else if (element >= plan.histories() && historiesAt != HERE && !areRecorded(element % lanes, width)) {
            missed += records.areWanted() ? 1 : 0;
            wantsAll |= missed > MOST_MISSED + advances / ONE_IN;
            bringHistories();
        }
    }

    private boolean areRecorded(int first, int width) {
        boolean all = first + width <= lanes;
        for (int lane = first; all && lane < first + width; lane++) {
            all = recorded[lane] == advances;
        }
        return all;
    }

    /** Whether all histories are read of every advance, so that records of some lanes are of no use. */
    boolean wantsAll() {
        return wantsAll || plan.cuts();
    }

    /** Before another advance: what is known of the last one becomes what was before. */
    void turn() {
        savedAt = carriedAt;
        if (savedAt == HERE) {
            saved.copy(arena, 0, 0, layout.variables().size() * lanes);
        }
        previousAt = historiesAt;
        stepsBefore = steps;
        if (previousAt == HERE && stepsBefore > 0) {
            for (KernelLayout.CellRows of : layout.cells()) {
                arena.copy(arena, lastStart(of), of.previous(), lanes);
                if (of.slopes() >= 0) {
                    arena.copy(arena, lastSlope(of), of.previous() + lanes, lanes);
                }
            }
        }
    }

    private int lastStart(KernelLayout.CellRows of) {
        return of.starts() + (stepsBefore - 1) * lanes;
    }

    private int lastSlope(KernelLayout.CellRows of) {
        return of.slopes() + (stepsBefore - 1) * lanes;
    }

    /** Reads what the next launch overwrites and what it starts from. */
    void beforeLaunch() {
        bringCarried();
        bringSaved();
        bringPrevious();
        historiesAt = HERE;
    }

    /** Has another advance of the launch count. */
    void take(int advance, int taken) {
        advances++;
        steps = taken;
        carriedAt = advance;
        historiesAt = advance;
        if (wantsAll()) {
            device.read(advance, arena, 0, steps == LaneKernel.MOST_STEPS ? plan.left() : plan.histories());
            carriedAt = HERE;
            historiesAt = steps == LaneKernel.MOST_STEPS ? HERE : advance;
        }
        records.copy(advance, arena, lane -> recorded[lane] = advances);
    }

    /** Whether the host has read, or written, the state after the last advance. */
    boolean hasCarried() {
        return carriedAt == HERE;
    }

    /** Puts the variables back to where they were before the last advance. */
    void rewind() {
        bringCarried();
        bringSaved();
        arena.copy(saved, 0, 0, layout.variables().size() * lanes);
    }

    /** Reads the slopes at the start of the first step of a launch, and nothing else. */
    void takeSlopes() {
        for (KernelLayout.CellRows of : layout.cells()) {
            if (of.slopes() >= 0) {
                device.read(0, arena, of.slopes(), lanes);
            }
        }
    }

    private void bringCarried() {
        if (carriedAt != HERE) {
            device.read(carriedAt, arena, 0, plan.carried());
            carriedAt = HERE;
        }
    }

    private void bringSaved() {
        if (savedAt != HERE) {
            device.read(savedAt, saved, 0, layout.variables().size() * lanes);
            savedAt = HERE;
        }
    }

    private void bringPrevious(int element) {
        for (KernelLayout.CellRows of : layout.cells()) {
            if (element >= of.previous() && element < of.previous() + 2 * lanes) {
                bringPrevious();
            }
        }
    }

    private void bringPrevious() {
        if (previousAt == HERE) {
            return;
        }
        for (KernelLayout.CellRows of : layout.cells()) {
            device.read(previousAt, lastStart(of), arena, of.previous(), lanes);
            if (of.slopes() >= 0) {
                device.read(previousAt, lastSlope(of), arena, of.previous() + lanes, lanes);
            }
        }
        previousAt = HERE;
    }

    /** Of a short advance, the rest of the histories stays. */
    private void bringHistories() {
        if (steps == LaneKernel.MOST_STEPS) {
            device.read(historiesAt, arena, plan.histories(), plan.left() - plan.histories());
        } else {
            for (KernelLayout.CellRows of : layout.cells()) {
                device.read(historiesAt, arena, of.starts(), (steps + 1) * lanes);
                if (of.slopes() >= 0) {
                    device.read(historiesAt, arena, of.slopes(), steps * lanes);
                }
            }
        }
        historiesAt = HERE;
    }
}
