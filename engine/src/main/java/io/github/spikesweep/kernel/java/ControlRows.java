package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepControl;
import io.github.spikesweep.kernel.lowering.StepControl.Input;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the control of adaptive steps finds what it reads. */
final class ControlRows {
    private final Symbols symbols;
    private final int cells;
    private final Rows rows;
    private final Map<String, Integer> inputs = new LinkedHashMap<>();

    ControlRows(KernelSpec spec, Symbols symbols, Rows rows) {
        this.symbols = symbols;
        this.cells = spec.model().cells().size();
        this.rows = rows;
        for (Input input : Input.values()) {
            for (int cell = 0; cell < (input.isOfCell() ? cells : 1); cell++) {
                inputs.put(symbols.control(input, cell).name(), rows.newRow());
            }
        }
    }

    /** The row of an input of the control. */
    int row(Value symbol) {
        return inputs.get(symbol.name());
    }

    private int row(Input input, int cell) {
        return row(symbols.control(input, cell));
    }

    AdaptiveLayout.Control layout(StepControl control) {
        List<AdaptiveLayout.CellControl> ofCells = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            ofCells.add(new AdaptiveLayout.CellControl(
                    row(Input.THRESHOLD, cell),
                    row(Input.FLOOR, cell),
                    row(Input.STEEPEST, cell),
                    row(Input.INTEGRAL, cell),
                    rows.row(control.integrals().get(cell))));
        }
        int now = row(Input.PROPOSED, 0);
        return new AdaptiveLayout.Control(
                row(Input.TOLERANCE, 0),
                row(Input.LONGEST, 0),
                row(Input.STOP, 0),
                row(Input.LIMIT, 0),
                row(Input.STEADY, 0),
                rows.row(control.alarm()),
                rows.row(control.reached()),
                rows.row(control.next()),
                // A kernel that chooses the length proposes none: both are one.
                new AdaptiveLayout.Proposal(
                        now, control.proposed().map(rows::row).orElse(now)),
                ofCells);
    }
}
