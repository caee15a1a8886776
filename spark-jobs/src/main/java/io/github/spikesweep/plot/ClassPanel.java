package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.sweep.output.Column;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** The class of each row that was simulated over an axis, as dots on a line for each class. */
final class ClassPanel {
    private static final int MOST_DOTS = 50_000;

    private ClassPanel() {}

    /** Draws it, with a different colour for each group of rows. */
    static JFreeChart of(SweptAxis x, Column classes, ResultColumns rows, RowGroups groups) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < groups.count(); i++) {
            RowGroups.Group group = groups.groups().get(i);
            int[] simulated = Arrays.stream(group.rows())
                    .filter(row -> !rows.isFilled(row))
                    .toArray();
            int[] drawn = ResultColumns.thinned(simulated, MOST_DOTS);
            // Groups are a little apart, so that none hides another.
            double shift = groups.count() == 1 ? 0 : 0.4 * i / (groups.count() - 1) - 0.2;
            double[] places = rows.numbers(classes, drawn);
            for (int k = 0; k < places.length; k++) {
                places[k] += shift;
            }
            data.addSeries(group.label(), new double[][] {rows.numbers(x.column(), drawn), places});
            renderer.setSeriesPaint(i, Colours.transparent(Colours.category(i), drawn.length > 2_000 ? 90 : 200));
            renderer.setSeriesShape(i, Charts.dot(drawn.length > 2_000 ? 3 : 5));
        }
        return Charts.chart(
                "",
                Charts.plot(
                        data,
                        Charts.axis(x.column(), x.isLogarithmic()),
                        Charts.classes(classes, rows.classes(classes)),
                        renderer),
                groups.count() > 1);
    }
}
