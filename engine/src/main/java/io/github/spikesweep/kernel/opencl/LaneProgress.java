package io.github.spikesweep.kernel.opencl;

import org.jocl.Pointer;

/** How far each lane is in the steps of a launch, where it may have to stop before one that is cut. Read and written by the device, too. */
final class LaneProgress {
    /** The lane takes all steps as they are. */
    static final int PASSES = 0;
    /** It stops before a step that has to be cut. */
    static final int WATCHED = 1;
    /** It takes no step. */
    static final int STAYS = 2;

    private final int lanes;
    /** Of each lane the steps that it has taken, then of each lane what it does. */
    private final int[] numbers;

    LaneProgress(int lanes) {
        this.lanes = lanes;
        this.numbers = new int[2 * lanes];
    }

    /** How many steps of the launch a lane has taken. */
    int taken(int lane) {
        return numbers[lane];
    }

    /** A lane is to start. */
    void start(int lane, int mode) {
        numbers[lane] = 0;
        goOn(lane, mode);
    }

    /** A lane is to go on from where it is. */
    void goOn(int lane, int mode) {
        numbers[lanes + lane] = mode;
    }

    int count() {
        return numbers.length;
    }

    Pointer pointer() {
        return Pointer.to(numbers);
    }
}
