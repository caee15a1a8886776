package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row to simulate. The arrays are not copied; the trial takes ownership.
 */
public final class Trial {
    private final KernelSpec kernel;
    private final Protocol protocol;
    private final double[] quantities;
    private final double[] initial;
    private final long noiseKey;
    private final Protocol whole;

    /** A trial without noise. */
    public Trial(KernelSpec kernel, Protocol protocol, double[] given, double[] initial) {
        this(kernel, protocol, given, initial, 0);
    }

    /**
     * @param kernel the neuron or circuit; rows with the same spec (the same object) and an equal protocol run side by side
     * @param protocol how long, in which steps
     * @param given the value of each of {@link KernelSpec#given()}, with which its cells {@linkplain KernelSpec#canSpike can spike}
     * @param initial the value at time 0 of each of the model's variables
     * @param noiseKey the key of the row's noise; the same key gives the same noise, see {@link NoiseKey}
     */
    public Trial(KernelSpec kernel, Protocol protocol, double[] given, double[] initial, long noiseKey) {
        this(kernel, protocol, quantities(kernel, given), initial, noiseKey, protocol);
    }

    private static double[] quantities(KernelSpec kernel, double[] given) {
        if (given.length != kernel.givenCount() || !kernel.canSpike(given)) {
            throw new IllegalArgumentException("one value per quantity, and levels of spikes");
        }
        return kernel.complete(given);
    }

    private Trial(
            KernelSpec kernel,
            Protocol protocol,
            double[] quantities,
            double[] initial,
            long noiseKey,
            Protocol whole) {
        if (initial.length != kernel.ownVariables()) {
            throw new IllegalArgumentException("one value per variable");
        }
        this.kernel = kernel;
        this.protocol = protocol;
        this.quantities = quantities;
        this.initial = initial;
        this.noiseKey = noiseKey;
        this.whole = whole;
    }

    /** Whether it can run side by side with another. */
    @SuppressWarnings(
            "ReferenceEquality") // of specs: comparing them by content would take longer than simulating a short row
    boolean isOfOneKindWith(Trial other) {
        return kernel == other.kernel && protocol.equals(other.protocol);
    }

    /** The same row with another protocol, from another state: the value at time 0 of each of the model's variables. */
    public Trial restarted(Protocol other, double[] state) {
        return new Trial(kernel, other, quantities, state, noiseKey, whole);
    }

    /** The protocol of the row of which this may be a part: parts run on the same kernel as the whole. */
    Protocol whole() {
        return whole;
    }

    public KernelSpec kernel() {
        return kernel;
    }

    public Protocol protocol() {
        return protocol;
    }

    double[] quantities() {
        return quantities;
    }

    /** What counts as a spike of a cell. */
    SpikeCondition spike(int cell) {
        boolean isSame = !kernel.model().cells().get(cell).levels().followParameters();
        return kernel.spike(cell, isSame ? name -> null : quantitiesByName()::get);
    }

    /** What spikes change. */
    SpikeChanges changes() {
        return new SpikeChanges(kernel, quantities);
    }

    /** The value of each quantity by its name. */
    Map<String, Double> quantitiesByName() {
        Map<String, Double> byName = new HashMap<>();
        List<String> names = kernel.quantities();
        for (int q = 0; q < quantities.length; q++) {
            byName.put(names.get(q), quantities[q]);
        }
        return byName;
    }

    /** The value at time 0 of each of the model's variables. Must not be modified. */
    public double[] initial() {
        return initial;
    }

    long noiseKey() {
        return noiseKey;
    }
}
