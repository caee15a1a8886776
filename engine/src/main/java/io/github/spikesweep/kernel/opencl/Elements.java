package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jocl.Pointer;
import org.jocl.Sizeof;

/** Elements of a precision in memory that a device can be given. */
final class Elements {
    private final ByteBuffer memory;
    private final Precision precision;
    private final boolean isDouble;
    private final int size;
    private final int count;

    Elements(Precision precision, int count) {
        this.precision = precision;
        this.isDouble = precision == Precision.DOUBLE;
        this.size = isDouble ? Sizeof.cl_double : Sizeof.cl_float;
        this.count = count;
        this.memory = ByteBuffer.allocateDirect(Math.multiplyExact(Math.max(1, count), size))
                .order(ByteOrder.nativeOrder());
    }

    /** So many others of the same precision. */
    Elements ofSame(int others) {
        return new Elements(precision, others);
    }

    double get(int element) {
        return isDouble ? memory.getDouble(element * size) : memory.getFloat(element * size);
    }

    /** Writes an element, rounded to the nearest of the precision. */
    void put(int element, double value) {
        if (isDouble) {
            memory.putDouble(element * size, value);
        } else {
            memory.putFloat(element * size, (float) value);
        }
    }

    /** The least number of the precision that is no less than {@code value}: whatever is below the one is below the other. */
    static double noLess(Precision precision, double value) {
        float nearest = (float) value;
        return precision == Precision.DOUBLE ? value : nearest < value ? Math.nextUp(nearest) : nearest;
    }

    /** Copies {@code length} elements from {@code source} on to {@code target}. */
    void copy(Elements from, int source, int target, int length) {
        memory.put(target * size, from.memory, source * size, length * size);
    }

    /** The bytes of all. */
    long bytes() {
        return bytes(count);
    }

    long bytes(int elements) {
        return (long) elements * size;
    }

    /** The address of an element. */
    Pointer pointer(int element) {
        return Pointer.to(memory).withByteOffset(bytes(element));
    }
}
