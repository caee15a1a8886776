package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The formulas of a model as they are computed, where they have quotients of which both sides can be 0 at once. What cancels in them is cancelled, so that
 * they have no singularity; differences are written such that they keep their digits; and what is left is no number where it has lost its digits.
 *
 * <p>Models without such quotients stay as they are.
 */
public final class VanishingQuotients {
    private VanishingQuotients() {}

    /** The same model with other formulas, and perhaps more auxiliary names. */
    public static Model rewritten(Model model, Rounding rounding) {
        Model cancelled = Rewriting.apply(model, new CancelledQuotients(Names.of(model)));
        Model guarded = guarded(cancelled, rounding);
        return guarded.let().size() == cancelled.let().size()
                ? cancelled
                : guarded(Rewriting.apply(cancelled, new AccurateDifferences(Names.of(model))), rounding);
    }

    /** Whether an auxiliary name is a factor and divisor that is 1, unless digits are lost. */
    public static boolean isGuard(String name) {
        return name.startsWith(LostDigits.GOOD);
    }

    private static Model guarded(Model model, Rounding rounding) {
        List<Definition> let = new ArrayList<>();
        LostDigits guard = new LostDigits(
                Names.of(model), rounding, (name, formula) -> let.add(new Definition(name, "", formula)));
        return Rewriting.apply(model, guard, let);
    }

    /**
     * An input in the same way.
     *
     * @param constant the names in it that stay the same
     * @param auxiliary takes what is to be computed before it
     */
    public static Expression rewritten(
            Expression input, List<String> constant, Rounding rounding, BiConsumer<String, Expression> auxiliary) {
        Expression cancelled = new CancelledQuotients(Names.ofInput(constant)).rewritten(input);
        Expression accurate = new AccurateDifferences(Names.ofInput(constant)).rewritten(cancelled);
        LostDigits needed = new LostDigits(Names.ofInput(constant), rounding, (name, formula) -> {});
        boolean guarded = needed.rewritten(cancelled) != cancelled;
        return guarded ? new LostDigits(Names.ofInput(constant), rounding, auxiliary).rewritten(accurate) : cancelled;
    }
}
