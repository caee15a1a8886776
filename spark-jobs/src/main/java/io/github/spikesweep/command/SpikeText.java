package io.github.spikesweep.command;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.progress.Figures;

/** What counts as a spike of a model, in words. */
final class SpikeText {
    private final Model model;
    private final SpikeCondition spike;

    SpikeText(Model model) {
        this.model = model;
        this.spike = model.spike();
    }

    /** A line for the crossing, and one for each condition that this model adds to it. */
    TextTable table() {
        String variable = spike.variable();
        TextTable lines = new TextTable().row(variable + " rises through " + level(spike.threshold()));
        if (spike.rearm() < spike.threshold()) {
            lines.row("after it has come down to " + level(spike.rearm()) + " since the last spike");
        }
        if (spike.refractory() > 0) {
            lines.row("not within " + with(Figures.number(spike.refractory()), time()) + " of the last spike");
        }
        if (spike.onsetSlope() != SpikeCondition.USUAL_ONSET_SLOPE) {
            lines.row("its shape is measured from where %s rises by %s per %s on"
                    .formatted(variable, level(spike.onsetSlope()), time().isEmpty() ? "unit of time" : time()));
        }
        return lines;
    }

    private String level(double value) {
        String unit = model.variable(spike.variable()).orElseThrow().unit();
        return with(Figures.number(value), unit.equals("1") ? "" : unit);
    }

    private String time() {
        return model.time().equals("dimensionless") ? "" : model.time();
    }

    private static String with(String number, String unit) {
        return (number + " " + unit).strip();
    }
}
