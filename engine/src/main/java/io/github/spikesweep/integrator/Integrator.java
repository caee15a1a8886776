package io.github.spikesweep.integrator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The integration methods that a sweep can name. */
@SuppressWarnings("ImmutableEnumChecker") // a Tableau holds unmodifiable lists of its own
public enum Integrator {
    /** Forward Euler, order 1. */
    EULER("Euler", 1, new Tableau(List.of(List.of()), List.of(1.0), List.of(0.0))),

    /** The classical method of Kutta (1901), Z. Math. Phys. 46:435–453; order 4 in four stages. */
    RK4(
            "RK4",
            4,
            new Tableau(
                    List.of(List.of(), List.of(0.5), List.of(0.0, 0.5), List.of(0.0, 0.0, 1.0)),
                    List.of(1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6),
                    List.of(0.0, 0.5, 0.5, 1.0))),

    /**
     * The six-stage method that the C++ library Neun calls Runge–Kutta 6. Six stages cannot exceed order 5 (Butcher 1964,
     * J. Austral. Math. Soc. 4:179–194), and its coefficients reach that order.
     */
    RK6(
            "RK6",
            5,
            new Tableau(
                    List.of(
                            List.of(),
                            List.of(1.0 / 5),
                            List.of(3.0 / 40, 9.0 / 40),
                            List.of(3.0 / 10, -9.0 / 10, 6.0 / 5),
                            List.of(3.0 / 40, 27.0 / 40, -3.0 / 5, 3.0 / 4),
                            List.of(107.0 / 162, 5.0 / 2, -140.0 / 27, 35.0 / 9, -70.0 / 81)),
                    List.of(8.0 / 81, 0.0, 25.0 / 63, 25.0 / 108, 25.0 / 81, -1.0 / 28),
                    List.of(0.0, 1.0 / 5, 3.0 / 10, 3.0 / 5, 9.0 / 10, 1.0)));

    private final String label;
    private final int order;
    private final Tableau tableau;

    Integrator(String label, int order, Tableau tableau) {
        this.label = label;
        this.order = order;
        this.tableau = tableau;
    }

    /** The name in sweep files. */
    public String label() {
        return label;
    }

    /** The order of convergence: halving the step divides the error by 2 to this power. */
    public int order() {
        return order;
    }

    public Tableau tableau() {
        return tableau;
    }

    public static Optional<Integrator> find(String label) {
        return Arrays.stream(values()).filter(i -> i.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Integrator::label).toList();
    }
}
