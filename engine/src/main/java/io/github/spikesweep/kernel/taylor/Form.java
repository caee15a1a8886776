package io.github.spikesweep.kernel.taylor;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum, taken apart: a constant, constant multiples of series, and products whose one factor is a series. What is multiplied by the same series is gathered, so
 * that α(1 − m) − β m takes one product of series, (α + β) m, in place of two.
 */
final class Form {
    private static final Comparator<Series> BY_NUMBER = Comparator.comparingInt(Series::id);

    private final ValueGraph graph;
    private final TreeMap<Series, Value> multiples = new TreeMap<>(BY_NUMBER);
    private final TreeMap<Series, Form> products = new TreeMap<>(BY_NUMBER);
    private Value offset;

    Form(ValueGraph graph) {
        this.graph = graph;
        this.offset = graph.constant(0);
    }

    Value offset() {
        return offset;
    }

    Map<Series, Value> multiples() {
        return multiples;
    }

    Map<Series, Form> products() {
        return products;
    }

    /** How many terms it has. */
    int size() {
        return 1
                + multiples.size()
                + products.values().stream().mapToInt(Form::size).sum();
    }

    boolean isConstant() {
        return multiples.isEmpty() && products.isEmpty();
    }

    /** Whether it is a constant and a multiple of one series. */
    boolean isAffine() {
        return multiples.size() == 1 && products.isEmpty();
    }

    Series base() {
        return multiples.firstKey();
    }

    Value scale() {
        return multiples.firstEntry().getValue();
    }

    void addConstant(Value value) {
        offset = graph.add(offset, value);
    }

    void add(Series series, Value scale) {
        multiples.merge(series, scale, graph::add);
        clean(multiples.entrySet().iterator());
    }

    void add(Form other, Value scale) {
        addConstant(graph.multiply(scale, other.offset));
        other.multiples.forEach((series, of) -> add(series, graph.multiply(scale, of)));
        other.products.forEach((series, factor) -> addProduct(series, factor, scale));
    }

    /** Adds {@code scale · factor · series}. */
    void addProduct(Series series, Form factor, Value scale) {
        if (factor.isConstant()) {
            add(series, graph.multiply(scale, factor.offset));
        } else {
            if (!factor.offset.isConstant(0)) {
                add(series, graph.multiply(scale, factor.offset));
            }
            Form varying = products.computeIfAbsent(series, key -> new Form(graph));
            Value before = varying.offset;
            varying.add(factor, scale);
            varying.offset = before;
            if (varying.isConstant()) {
                products.remove(series);
            }
        }
    }

    private static void clean(Iterator<Map.Entry<Series, Value>> entries) {
        while (entries.hasNext()) {
            if (entries.next().getValue().isConstant(0)) {
                entries.remove();
            }
        }
    }

    /** The same for forms that are the same. */
    String key() {
        StringBuilder key = new StringBuilder("[").append(offset.id());
        multiples.forEach((series, scale) ->
                key.append(',').append(scale.id()).append('*').append(series.id()));
        products.forEach((series, factor) ->
                key.append(',').append(factor.key()).append('*').append(series.id()));
        return key.append(']').toString();
    }
}
