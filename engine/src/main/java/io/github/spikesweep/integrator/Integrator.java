package io.github.spikesweep.integrator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods that step neurons through time. */
@SuppressWarnings("ImmutableEnumChecker") // a Tableau copies its lists
public enum Integrator {
    /** Forward Euler, order 1. */
    EULER("Euler", 1, new Tableau(List.of(List.of()), List.of(1.0), List.of(0.0))),

    /**
     * Exponential Euler (Certaine 1960; Rush &amp; Larsen 1978, IEEE Trans. Biomed. Eng. 25:389–392), order 1: a variable whose equation is linear in
     * itself, v' = a − b v with a and b free of v, takes the exact step of that equation with a and b as they are at the start of the step; the others take
     * a step of Euler's method.
     */
    EXPONENTIAL_EULER("ExponentialEuler", 1, EULER.tableau()),

    /**
     * Strang's splitting (Strang 1968, SIAM J. Numer. Anal. 5:506–517), as Chen, Raman &amp; Stern (2020, SIAM J. Sci. Comput. 42:B273–B298) apply it to neurons, order 2: variables move
     * one after the other, there and back, while the others rest. What is linear in itself moves exactly, the rest by the midpoint rule.
     */
    STRANG("Strang", 2, EULER.tableau()),

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
                    List.of(0.0, 1.0 / 5, 3.0 / 10, 3.0 / 5, 9.0 / 10, 1.0))),

    /** The seven-stage method of Butcher (1964), J. Austral. Math. Soc. 4:179–194; order 6. */
    BUTCHER6(
            "Butcher6",
            6,
            new Tableau(
                    List.of(
                            List.of(),
                            List.of(1.0 / 3),
                            List.of(0.0, 2.0 / 3),
                            List.of(1.0 / 12, 1.0 / 3, -1.0 / 12),
                            List.of(-1.0 / 16, 9.0 / 8, -3.0 / 16, -3.0 / 8),
                            List.of(0.0, 9.0 / 8, -3.0 / 8, -3.0 / 4, 1.0 / 2),
                            List.of(9.0 / 44, -9.0 / 11, 63.0 / 44, 18.0 / 11, 0.0, -16.0 / 11)),
                    List.of(11.0 / 120, 0.0, 27.0 / 40, 27.0 / 40, -4.0 / 15, -4.0 / 15, 11.0 / 120),
                    List.of(0.0, 1.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 2, 1.0 / 2, 1.0))),

    /**
     * Dormand &amp; Prince (1980), J. Comput. Appl. Math. 6:19–26: order 5, with an embedded method of order 4 by which every
     * neuron adapts its steps. Takes a tolerance in place of a step.
     */
    DORMAND_PRINCE(
            "DormandPrince",
            5,
            new Tableau(
                    List.of(
                            List.of(),
                            List.of(1.0 / 5),
                            List.of(3.0 / 40, 9.0 / 40),
                            List.of(44.0 / 45, -56.0 / 15, 32.0 / 9),
                            List.of(19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729),
                            List.of(9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656),
                            List.of(35.0 / 384, 0.0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84)),
                    List.of(35.0 / 384, 0.0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0.0),
                    List.of(0.0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1.0, 1.0))),

    /**
     * Rodas5P of Steinebach (2023), BIT Numer. Math. 63:27: a linearly implicit method of order 5 for stiff models, with an embedded one of order 4, see {@link
     * Rosenbrock}. Takes a tolerance in place of a step.
     */
    RODAS5P("Rodas5P", 5),

    /**
     * Taylor's method (Jorba &amp; Zou 2005, Exp. Math. 14:99–117): the series of all variables over time, by recurrences from the equations, to an order that
     * follows from the tolerance. For smooth equations. Takes a tolerance in place of a step.
     */
    TAYLOR("Taylor", 20),

    /** The map itself: only for models that are maps, which have no other integrator. */
    MAP("Map", 0, new Tableau(List.of(List.of()), List.of(1.0), List.of(0.0)));

    private final String label;
    private final int order;
    private final Optional<Tableau> tableau;

    Integrator(String label, int order, Tableau tableau) {
        this.label = label;
        this.order = order;
        this.tableau = Optional.of(tableau);
    }

    /** A method that has no Butcher tableau. */
    Integrator(String label, int order) {
        this.label = label;
        this.order = order;
        this.tableau = Optional.empty();
    }

    /** The name in sweep files. */
    public String label() {
        return label;
    }

    /** The order of convergence: halving the step divides the error by 2 to this power. */
    public int order() {
        return order;
    }

    /**
     * Its coefficients.
     *
     * @throws java.util.NoSuchElementException if it is no explicit Runge–Kutta method
     */
    public Tableau tableau() {
        return tableau.orElseThrow();
    }

    /** Whether every neuron adapts its steps. */
    public boolean isAdaptive() {
        return this == DORMAND_PRINCE || this == RODAS5P || this == TAYLOR;
    }

    /** Whether variables that are linear in themselves take exact steps, which no Butcher tableau tells. */
    public boolean isExponential() {
        return this == EXPONENTIAL_EULER || this == STRANG;
    }

    /** The integrators for differential equations with fixed steps. */
    public static List<Integrator> ofFixedStep() {
        return Arrays.stream(values()).filter(i -> i != MAP && !i.isAdaptive()).toList();
    }

    /** The integrator of that name, for differential equations. */
    public static Optional<Integrator> find(String label) {
        return Arrays.stream(values())
                .filter(i -> i != MAP && i.label.equals(label))
                .findFirst();
    }

    /** The names of the integrators for differential equations. */
    public static List<String> labels() {
        return Arrays.stream(values())
                .filter(i -> i != MAP)
                .map(Integrator::label)
                .toList();
    }
}
