package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses, for the operations of a loop, forms that C2 does not mistake for each other. To vectorise, it unrolls the loop, begins with
 * loads and stores that are neighbours, and from there follows arguments and uses to find the same operation of the next lanes (Larsen
 * &amp; Amarasinghe 2000, PLDI:145–156). If it takes another one, the whole loop is left without vector instructions. That can happen
 * where two operations of one kind share an argument and nothing else tells them apart; where they have it in different places, since C2
 * swaps the arguments of sums, products, minima and maxima as it goes; and where both arguments of one are made by operations of one kind.
 * A multiply-add is a kind of its own, whose arguments it never swaps.
 */
final class LanePairing {
    /** How an operation is written; all forms have the same bits. */
    enum Form {
        PLAIN,
        /** As a multiply-add: x·y + (−0) for x·y, x·1 + y for x + y, y·(−1) + x for x − y. */
        FUSED,
        /** The same with the factors swapped. */
        FUSED_SWAPPED
    }

    /**
     * What C2 sees.
     *
     * @param arguments in order; null where a form adds a number
     */
    private record Seen(Operation kind, List<Value> arguments) {
        boolean commutes() {
            return switch (kind) {
                case ADD, MULTIPLY, MIN, MAX -> true;
                default -> false;
            };
        }
    }

    private final Set<Value> here = new HashSet<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Value, Form> forms = new HashMap<>();
    private int mistakes;

    /** @param loop its operations in order */
    LanePairing(List<Value> loop) {
        for (Value value : loop) {
            choose(value);
            here.add(value);
        }
    }

    private void choose(Value value) {
        Form best = Form.PLAIN;
        int fewest = Integer.MAX_VALUE;
        for (Form form : forms(value)) {
            int count = mistakes(as(form, value));
            if (count < fewest) {
                fewest = count;
                best = form;
            }
        }
        forms.put(value, best);
        seen.add(as(best, value));
        mistakes += fewest;
    }

    private static List<Form> forms(Value value) {
        return switch (value.operation()) {
            case ADD, SUBTRACT, MULTIPLY ->
                isVector(value.left()) && isVector(value.right()) ? List.of(Form.values()) : List.of(Form.PLAIN);
            case FMA -> List.of(Form.PLAIN, Form.FUSED_SWAPPED);
            default -> List.of(Form.PLAIN);
        };
    }

    private static Seen as(Form form, Value value) {
        List<Value> x = value.arguments();
        boolean swapped = form == Form.FUSED_SWAPPED;
        if (form == Form.PLAIN) {
            return new Seen(value.operation(), x);
        }
        List<Value> fused = switch (value.operation()) {
            case ADD -> swapped ? Arrays.asList(null, x.get(0), x.get(1)) : Arrays.asList(x.get(0), null, x.get(1));
            case SUBTRACT ->
                swapped ? Arrays.asList(null, x.get(1), x.get(0)) : Arrays.asList(x.get(1), null, x.get(0));
            case MULTIPLY ->
                swapped ? Arrays.asList(x.get(1), x.get(0), null) : Arrays.asList(x.get(0), x.get(1), null);
            default -> List.of(x.get(1), x.get(0), x.get(2));
        };
        return new Seen(Operation.FMA, fused);
    }

    private int mistakes(Seen form) {
        int count = form.commutes() && isSwappable(form) ? 1 : 0;
        for (Seen other : seen) {
            if (other.kind == form.kind && isMistakable(form, other)) {
                count++;
            }
        }
        return count;
    }

    private boolean isMistakable(Seen a, Seen b) {
        for (int i = 0; i < a.arguments.size(); i++) {
            for (int j = 0; j < b.arguments.size(); j++) {
                Value shared = a.arguments.get(i);
                boolean same = shared != null && isVector(shared) && shared.equals(b.arguments.get(j));
                if (same && isMistakable(a, i, b, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two operations with a common argument in places {@code i} and {@code j} may be taken for each other. */
    private boolean isMistakable(Seen a, int i, Seen b, int j) {
        if (a.commutes()) {
            // An argument from memory, or one that all lanes share, has a place of its own.
            Value x = a.arguments.get(1 - i);
            Value y = b.arguments.get(1 - j);
            boolean fixed =
                    here.contains(a.arguments.get(i)) && isAnchor(x) && isAnchor(y) && isVector(x) == isVector(y);
            return !fixed;
        }
        return i == j && (isChainOnLoad(a, b, i) || !isToldByAnchor(a, b, i));
    }

    private boolean isToldByAnchor(Seen a, Seen b, int shared) {
        for (int k = 0; k < a.arguments.size(); k++) {
            Value x = a.arguments.get(k);
            Value y = b.arguments.get(k);
            if (k != shared && (isAnchor(x) || isAnchor(y)) && !(x == null ? y == null : x.equals(y))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two multiply-adds multiply the same row, each with a number, and add that to what the loop computes: the numbers alone do not tell them apart. */
    private boolean isChainOnLoad(Seen a, Seen b, int factor) {
        return a.kind == Operation.FMA
                && factor < 2
                && isAnchor(a.arguments.get(factor))
                && here.contains(a.arguments.get(2))
                && here.contains(b.arguments.get(2))
                && !isVectorOrNone(a.arguments.get(1 - factor))
                && !isVectorOrNone(b.arguments.get(1 - factor));
    }

    private static boolean isVectorOrNone(Value value) {
        return value == null || isVector(value);
    }

    /** Whether it is the same for all lanes, or comes from memory, so that it is told from others. */
    private boolean isAnchor(Value value) {
        return value == null || !here.contains(value);
    }

    private boolean isSwappable(Seen form) {
        Value a = form.arguments.get(0);
        Value b = form.arguments.get(1);
        return !a.equals(b) && a.operation() == b.operation() && here.contains(a) && here.contains(b);
    }

    private static boolean isVector(Value value) {
        return value.varies() && !value.isConstant();
    }

    /** The form of one of the operations. */
    Form form(Value value) {
        return forms.get(value);
    }

    /** How many mistakes are possible whatever the form. */
    int mistakes() {
        return mistakes;
    }
}
