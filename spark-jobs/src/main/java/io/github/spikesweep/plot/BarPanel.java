package io.github.spikesweep.plot;

import io.github.spikesweep.sweep.Column;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.ValueAxis;
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
            for (int row : group.rows()) {
                String place = across.shown(rows, row);
                if (!Double.isNaN(values[row])) {
                    data.addValue(values[row], group.label(), place);
                } else if (data.getColumnIndex(place) < 0 || data.getRowIndex(group.label()) < 0) {
                    data.addValue(null, group.label(), place);
                }
            }
            renderer.setSeriesPaint(i, Colours.category(i));
        }
        CategoryAxis below = Charts.styled(new CategoryAxis(Quantity.label(across.column())));
        below.setCategoryLabelPositions(
                across.size() > 8 ? CategoryLabelPositions.UP_45 : CategoryLabelPositions.STANDARD);
        ValueAxis up = Charts.axis(y, false);
        CategoryPlot plot = Charts.framed(new CategoryPlot(data, below, up, renderer));
        plot.setRangeGridlinePaint(Colours.GRID);
        return Charts.chart("", plot, groups.count() > 1);
    }
}
