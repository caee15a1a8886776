package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import java.io.Serializable;

/**
 * A named expression of a model.
 *
 * @param text the expression as the model file writes it
 * @param expression the same, checked
 */
public record Definition(String name, String text, Expression expression) implements Serializable {}
