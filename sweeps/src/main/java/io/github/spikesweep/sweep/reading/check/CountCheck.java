package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.util.Arrays;
import java.util.Locale;

/** Refuses rows that may have more spikes than a count holds. Where neurons choose their own steps, or are reset several times in one, the run itself does. */
public final class CountCheck {
    /** Without a reset, the variable has to come down again before it can rise through the threshold. */
    private static final int STEPS_PER_SPIKE = 2;

    private final GivenKeys keys;
    private final Neurons neurons;
    private final Timing timing;

    public CountCheck(GivenKeys keys, Neurons neurons, Timing timing) {
        this.keys = keys;
        this.neurons = neurons;
        this.timing = timing;
    }

    public void check(ParameterSpace space) {
        for (Model model : neurons.models()) {
            double step = model.isMap() ? Timing.MAP_STEP : shortestStep(space);
            double spikes = model.cells().stream()
                    .mapToDouble(cell -> mostSpikes(cell, step))
                    .max()
                    .orElseThrow();
            if (spikes > SpikeTrain.MOST) {
                throw new InputException(
                        keys.file().require("duration").position(),
                        String.format(
                                Locale.ROOT,
                                "%s may spike %s times in a duration of %s in steps of %s, and a count holds at most %,d; a shorter duration, or a 'refractory' of 'spike' that keeps them below, is accepted",
                                model.name(),
                                Formula.shown(spikes),
                                Formula.shown(timing.duration()),
                                Formula.shown(step),
                                SpikeTrain.MOST));
            }
        }
    }

    /** Infinite without an integrator that takes steps of one length. */
    private double shortestStep(ParameterSpace space) {
        return neurons.differential(false).isEmpty()
                ? Double.POSITIVE_INFINITY
                : Arrays.stream(Timing.values(timing.step(), space)).min().orElseThrow();
    }

    private double mostSpikes(Cell cell, double step) {
        double steps = Math.ceil(timing.measured() / step);
        double crossings = cell.resets() ? steps : Math.ceil(steps / STEPS_PER_SPIKE);
        double refractory = cell.spike().refractory();
        return refractory > 0 ? Math.min(crossings, Math.floor(timing.measured() / refractory) + 1) : crossings;
    }
}
