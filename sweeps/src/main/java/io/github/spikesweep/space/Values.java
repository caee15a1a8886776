package io.github.spikesweep.space;

import java.io.Serializable;

/** The values of an axis: {@link Numbers}, or {@link Labels} of models, integrators or precisions. */
public sealed interface Values extends Serializable permits Numbers, Labels {
    /** How many there are, at least one. */
    long size();
}
