package io.github.spikesweep.model;

/** How the state of a model changes. */
public enum Dynamics {
    /** By differential equations, which an integrator solves. */
    DIFFERENTIAL,
    /** By a map from one step to the next; time counts the steps. */
    MAP
}
