package io.github.spikesweep.plot.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * Charts beside and below one another, under a title.
 *
 * @param title what it shows
 * @param notes further remarks for the reader, one line each
 * @param panels the charts, row by row
 * @param columns how many panels are side by side
 * @param panelWidth in points
 * @param panelHeight in points
 */
public record Picture(
        String title, List<String> notes, List<JFreeChart> panels, int columns, int panelWidth, int panelHeight) {
    private static final int MARGIN = 16;
    private static final int TITLE_HEIGHT = 26;
    private static final int NOTE_HEIGHT = 17;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private static final int LONE_WIDTH = 860;
    private static final int LONE_HEIGHT = 520;

    public Picture {
        notes = List.copyOf(notes);
        panels = List.copyOf(panels);
    }

    /** One chart. */
    public static Picture of(String title, List<String> notes, JFreeChart panel) {
        return new Picture(title, notes, List.of(panel), 1, LONE_WIDTH, LONE_HEIGHT);
    }

    public int width() {
        return columns * panelWidth + 2 * MARGIN;
    }

    public int height() {
        int rows = (panels.size() + columns - 1) / columns;
        return head() + rows * panelHeight + MARGIN;
    }

    private int head() {
        return MARGIN
                + lines(title, TITLE).size() * TITLE_HEIGHT
                + notesInLines().size() * NOTE_HEIGHT
                + MARGIN / 2;
    }

    /** Draws it, {@link #width} wide and {@link #height} high. */
    public void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(), height());
        g.setColor(Colours.TEXT);
        g.setFont(TITLE);
        int at = MARGIN - 8;
        for (String line : lines(title, TITLE)) {
            at += TITLE_HEIGHT;
            g.drawString(line, MARGIN, at);
        }
        g.setFont(NOTE);
        g.setColor(Colours.FAINT_TEXT);
        for (String note : notesInLines()) {
            at += NOTE_HEIGHT;
            g.drawString(note, MARGIN, at);
        }
        for (int i = 0; i < panels.size(); i++) {
            double x = MARGIN + i % columns * panelWidth;
            double y = head() + i / columns * panelHeight;
            panels.get(i).draw(g, new Rectangle2D.Double(x, y, panelWidth, panelHeight));
        }
    }

    private List<String> notesInLines() {
        return notes.stream().flatMap(note -> lines(note, NOTE).stream()).toList();
    }

    /** Breaks a text into lines of the given width. */
    private List<String> lines(String text, Font font) {
        int room = width() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringBounds(longer, METRICS).getWidth() > room) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
