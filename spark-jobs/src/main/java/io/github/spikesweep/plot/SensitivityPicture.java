package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.sensitivity.FeatureSensitivity;
import io.github.spikesweep.sensitivity.Method;
import io.github.spikesweep.sensitivity.Sensitivity;
import io.github.spikesweep.sweep.output.Column;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/**
 * Sensitivities as bars with intervals, a panel for each feature.
 *
 * @param method which numbers they are
 * @param axes the columns of the axes
 */
public record SensitivityPicture(Method method, List<Column> axes) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 390;
    private static final int FEW_AXES = 5;

    /** Draws it. */
    public Picture of(String title, List<String> notes, List<FeatureSensitivity> features) {
        List<JFreeChart> panels = features.stream().map(this::panel).toList();
        return panels.size() == 1
                ? Picture.of(title, notes, panels.get(0))
                : new Picture(title, notes, panels, panels.size() == 2 || panels.size() == 4 ? 2 : 3, WIDTH, HEIGHT);
    }

    private JFreeChart panel(FeatureSensitivity feature) {
        DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
        StatisticalBarRenderer renderer = new StatisticalBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setErrorIndicatorPaint(Colours.TEXT);
        renderer.setErrorIndicatorStroke(new BasicStroke(1.2f));
        renderer.setDrawBarOutline(false);
        List<String> measures = method.measures();
        for (int i = 0; i < measures.size(); i++) {
            renderer.setSeriesPaint(i, Colours.category(i));
            for (int axis = 0; axis < axes.size(); axis++) {
                Sensitivity one = feature.of(measures.get(i), axis);
                data.add(one.value(), one.margin(), method.heading(measures.get(i)), Quantity.name(axes.get(axis)));
            }
        }
        CategoryAxis below = Charts.styled(new CategoryAxis());
        below.setCategoryLabelPositions(
                axes.size() > FEW_AXES ? CategoryLabelPositions.UP_45 : CategoryLabelPositions.STANDARD);
        below.setMaximumCategoryLabelWidthRatio(2);
        NumberAxis up = Charts.fromZero(scale(feature.feature()));
        CategoryPlot plot = Charts.framed(new CategoryPlot(data, below, up, renderer));
        plot.setRangeGridlinePaint(Colours.GRID);
        plot.setRangeZeroBaselineVisible(true);
        return Charts.chart(Quantity.name(feature.feature()), plot, measures.size() > 1);
    }

    /** What the numbers are of: those of one method have the unit of the feature. */
    private Column scale(Column feature) {
        String unit = method.isInUnits() ? feature.unit() : "";
        return new Column(method.title(), Column.Type.DOUBLE, Column.Role.FEATURE, unit, "");
    }
}
