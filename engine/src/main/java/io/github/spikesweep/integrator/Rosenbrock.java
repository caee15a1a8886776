package io.github.spikesweep.integrator;

import java.util.List;

/**
 * The coefficients of a Rosenbrock method, in the form in which no stage multiplies by the Jacobian J (Hairer &amp; Wanner 1996, Solving ODEs II, IV.7): stage i
 * solves (1/(γh) − J) u_i = f(t + c_i h, y + Σ_j a_ij u_j) + Σ_j (C_ij/h) u_j + d_i h ∂f/∂t, the last two stages are taken at the end of the step, which is where the
 * last of them started from plus u, and its u is the error of the embedded method.
 *
 * @param gamma γ
 * @param a of each stage what it starts from
 * @param c of each stage the multiples of the stages before it
 * @param nodes of each stage its time, as a fraction of the step
 * @param growth of each stage its multiple of ∂f/∂t
 * @param dense three rows of weights of the stages, p, q and r in y(θ) = (1 − θ) y₀ + θ (y₁ + (1 − θ)(p + θ (q + θ r)))
 */
public record Rosenbrock(
        double gamma,
        List<List<Double>> a,
        List<List<Double>> c,
        List<Double> nodes,
        List<Double> growth,
        List<List<Double>> dense) {

    /** Rodas5P: eight stages, order 5, stiffly accurate (Steinebach 2023, BIT Numer. Math. 63:27, with coefficients as in his code in OrdinaryDiffEq.jl). */
    public static final Rosenbrock RODAS5P = new Rosenbrock(
            0.21193756319429014,
            List.of(
                    List.of(),
                    List.of(3.0),
                    List.of(2.849394379747939, 0.45842242204463923),
                    List.of(-6.954028509809101, 2.489845061869568, -10.358996098473584),
                    List.of(2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641),
                    List.of(
                            -7.502846399306121,
                            2.561846144803919,
                            -11.627539656261098,
                            -0.18268767659942256,
                            0.030198172008377946),
                    List.of(
                            -7.502846399306121,
                            2.561846144803919,
                            -11.627539656261098,
                            -0.18268767659942256,
                            0.030198172008377946,
                            1.0),
                    List.of(
                            -7.502846399306121,
                            2.561846144803919,
                            -11.627539656261098,
                            -0.18268767659942256,
                            0.030198172008377946,
                            1.0,
                            1.0)),
            List.of(
                    List.of(),
                    List.of(-14.155112264123755),
                    List.of(-17.97296035885952, -2.859693295451294),
                    List.of(147.12150275711716, -1.41221402718213, 71.68940251302358),
                    List.of(165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306),
                    List.of(
                            24.854864614690072,
                            -3.0009227002832186,
                            47.4931110020768,
                            5.5814197821558125,
                            -0.6610691825249471),
                    List.of(
                            30.91273214028599,
                            -3.1208243349937974,
                            77.79954646070892,
                            34.28646028294783,
                            -19.097331116725623,
                            -28.087943162872662),
                    List.of(
                            37.80277123390563,
                            -3.2571969029072276,
                            112.26918849496327,
                            66.9347231244047,
                            -40.06618937091002,
                            -54.66780262877968,
                            -9.48861652309627)),
            List.of(0.0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1.0, 1.0, 1.0),
            List.of(
                    0.21193756319429014,
                    -0.42387512638858027,
                    -0.3384627126235924,
                    1.8046452872882734,
                    2.325825639765069,
                    0.0,
                    0.0,
                    0.0),
            List.of(
                    List.of(
                            25.948786856663858,
                            -2.5579724845846235,
                            10.433815404888879,
                            -2.3679251022685204,
                            0.524948541321073,
                            1.1241088310450404,
                            0.4272876194431874,
                            -0.17202221070155493),
                    List.of(
                            -9.91568850695171,
                            -0.9689944594115154,
                            3.0438037242978453,
                            -24.495224566215796,
                            20.176138334709044,
                            15.98066361424651,
                            -6.789040303419874,
                            -6.710236069923372),
                    List.of(
                            11.419903575922262,
                            2.8879645146136994,
                            72.92137995996029,
                            80.12511834622643,
                            -52.072871366152654,
                            -59.78993625266729,
                            -0.15582684282751913,
                            4.883087185713722)));

    public Rosenbrock {
        a = a.stream().map(List::copyOf).toList();
        c = c.stream().map(List::copyOf).toList();
        nodes = List.copyOf(nodes);
        growth = List.copyOf(growth);
        dense = dense.stream().map(List::copyOf).toList();
    }

    /** How many times a step evaluates the equations. */
    public int stages() {
        return nodes.size();
    }
}
