package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeEvent;
import java.util.ArrayList;
import java.util.List;

/** A way to write formulas anew, such that their values stay what they should be. */
interface Rewriting {
    Expression rewritten(Expression formula);

    /** To be told of every auxiliary name in turn, with its old and its new formula. */
    void define(String name, Expression formula, Expression rewritten);

    /**
     * All formulas of {@code model} anew.
     *
     * @param let receives the auxiliary names
     */
    static Model apply(Model model, Rewriting rewriting, List<Definition> let) {
        for (Definition definition : model.let()) {
            Definition rewritten = rewritten(definition, rewriting);
            rewriting.define(definition.name(), definition.expression(), rewritten.expression());
            let.add(rewritten);
        }
        return model.withFormulas(
                model.cells().stream()
                        .map(cell -> cell.withReset(rewritten(cell.reset(), rewriting)))
                        .toList(),
                let,
                rewritten(model.equations(), rewriting),
                model.events().stream()
                        .map(event -> new SpikeEvent(event.cell(), rewritten(event.assignments(), rewriting)))
                        .toList());
    }

    static Model apply(Model model, Rewriting rewriting) {
        return apply(model, rewriting, new ArrayList<>());
    }

    private static List<Definition> rewritten(List<Definition> definitions, Rewriting rewriting) {
        return definitions.stream().map(each -> rewritten(each, rewriting)).toList();
    }

    private static Definition rewritten(Definition definition, Rewriting rewriting) {
        return new Definition(definition.name(), definition.text(), rewriting.rewritten(definition.expression()));
    }
}
