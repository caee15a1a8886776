package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** A bar chart of a quantity for categories such as models and integrators, coloured by the other axes that vary. */
final class BarPanel {
    private BarPanel() {}

    /**
     * Draws it.
     *
     * @param across the axis below the bars
     * @param others the axes that the colours show; none if all bars have the same colour
     */
    static JFreeChart of(SweptAxis across, List<SweptAxis> others, Column y, ResultColumns rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        RowGroups groups = RowGroups.by(others, rows);
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        double[] values = rows.numbers(y);
        for (int i = 0; i < groups.count(); i++) {
            RowGroups.Group group = groups.groups().get(i);
            Map<String, List<Double>> found = new LinkedHashMap<>();
            for (int row : group.rows()) {
                found.computeIfAbsent(across.shown(rows, row), place -> new ArrayList<>())
                        .add(values[row]);
            }
            found.forEach((place, all) -> data.addValue(mean(all), group.label(), place));
            renderer.setSeriesPaint(i, Colours.category(i));
        }
        CategoryAxis below = Charts.styled(new CategoryAxis(Quantity.label(across.column())));
        below.setCategoryLabelPositions(
                across.size() > 8 ? CategoryLabelPositions.UP_45 : CategoryLabelPositions.STANDARD);
        NumberAxis up = Charts.fromZero(y);
        CategoryPlot plot = Charts.framed(new CategoryPlot(data, below, up, renderer));
        plot.setRangeGridlinePaint(Colours.GRID);
        return Charts.chart("", plot, groups.count() > 1);
    }

    /** The mean of those that are numbers; null if none is. */
    private static Double mean(List<Double> values) {
        OptionalDouble mean = values.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
