package io.github.spikesweep.sensitivity;

import io.github.spikesweep.sample.Saltelli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sobol indices of a {@link Saltelli} design: the part of a feature's variance that an axis causes alone (first order, the estimator
 * of Saltelli et al. 2010, Comput. Phys. Commun. 181:259–270), with all its interactions (total, Jansen 1999, ibid. 117:35–43),
 * and two axes together beyond what each does (second order, Saltelli 2002, ibid. 145:280–297).
 *
 * @param axes how many axes the design has
 * @param secondOrder whether it has the rows for indices of second order
 */
public record SobolIndices(int axes, boolean secondOrder) implements Method {
    public static final String FIRST = "S1";
    public static final String TOTAL = "ST";
    public static final String SECOND = "S2";

    @Override
    public String title() {
        return "Sobol indices";
    }

    @Override
    public boolean isInUnits() {
        return false;
    }

    @Override
    public String block() {
        return "base point";
    }

    @Override
    public int blockSize() {
        return Saltelli.rowsPerPoint(axes, secondOrder);
    }

    @Override
    public int fewestBlocks() {
        return 2;
    }

    @Override
    public List<String> measures() {
        return List.of(FIRST, TOTAL);
    }

    @Override
    public String heading(String measure) {
        return switch (measure) {
            case FIRST -> "first order";
            case TOTAL -> "total";
            default -> "second order";
        };
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            subjects.add(new Subject(FIRST, axis));
            subjects.add(new Subject(TOTAL, axis));
        }
        for (int axis = 0; secondOrder && axis < axes; axis++) {
            for (int other = axis + 1; other < axes; other++) {
                subjects.add(new Subject(SECOND, axis, other));
            }
        }
        return subjects;
    }

    @Override
    public Estimator of(double[] values, long... blocks) {
        // Of values that are not centred, the estimator of the first order is biased.
        double mean = Arrays.stream(values).sum() / values.length;
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        List<Subject> subjects = subjects();
        return times -> new Blocks(centred, times).estimates(subjects);
    }

    /** The blocks of a design, each as often as stated. */
    private final class Blocks {
        private final double[] values;
        private final int[] times;
        private final int size = blockSize();
        private final double variance;

        Blocks(double[] values, int... times) {
            this.values = values;
            this.times = times;
            this.variance = variance();
        }

        double[] estimates(List<Subject> subjects) {
            double[] estimates = new double[subjects.size()];
            for (int i = 0; i < estimates.length; i++) {
                Subject subject = subjects.get(i);
                estimates[i] = switch (subject.measure()) {
                    case FIRST -> first(subject.axis());
                    case TOTAL -> total(subject.axis());
                    default -> second(subject.axis(), subject.other());
                };
            }
            return estimates;
        }

        private double first(int axis) {
            double sum = 0;
            for (int block = 0; block < times.length; block++) {
                sum += times[block] * b(block) * (ab(block, axis) - a(block));
            }
            return sum / times.length / variance;
        }

        private double total(int axis) {
            double sum = 0;
            for (int block = 0; block < times.length; block++) {
                double change = a(block) - ab(block, axis);
                sum += times[block] * change * change;
            }
            return sum / times.length / 2 / variance;
        }

        private double second(int axis, int other) {
            double sum = 0;
            for (int block = 0; block < times.length; block++) {
                sum += times[block] * (ba(block, axis) * ab(block, other) - a(block) * b(block));
            }
            return sum / times.length / variance - first(axis) - first(other);
        }

        private double a(int block) {
            return values[block * size];
        }

        private double b(int block) {
            return values[block * size + size - 1];
        }

        /** The value at A with one axis from B. */
        private double ab(int block, int axis) {
            return values[block * size + 1 + axis];
        }

        /** The value at B with one axis from A. */
        private double ba(int block, int axis) {
            return values[block * size + 1 + axes + axis];
        }

        /** That of the values at A and B; NaN if they are all the same. */
        private double variance() {
            double sum = 0;
            for (int block = 0; block < times.length; block++) {
                sum += times[block] * (a(block) + b(block));
            }
            double mean = sum / (2.0 * times.length);
            double squares = 0;
            for (int block = 0; block < times.length; block++) {
                double fromA = a(block) - mean;
                double fromB = b(block) - mean;
                squares += times[block] * (fromA * fromA + fromB * fromB);
            }
            return squares > 0 ? squares / (2.0 * times.length) : Double.NaN;
        }
    }
}
