package io.github.spikesweep.plot.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawerDefaultFonts;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.output.OutputFile;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;

/** A picture file; the end of its name gives the format. */
public final class PictureFile {
    /** Pixels per point, enough for today's screens and for print. */
    private static final int SCALE = 2;

    private enum Format {
        PNG,
        SVG,
        PDF
    }

    private final OutputFile file;
    private final Format format;

    private PictureFile(OutputFile file, Format format) {
        this.file = file;
        this.format = format;
    }

    /**
     * The file of that name, which need not exist.
     *
     * @throws InputException if the name does not end like a picture's, or it cannot be written
     */
    public static PictureFile at(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (lower.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return new PictureFile(OutputFile.at(name, "a picture"), format);
            }
        }
        throw new InputException("--out " + name + ": a picture's name ends in .png, .svg or .pdf");
    }

    /** The name that the user gave. */
    public String name() {
        return file.name();
    }

    /** Writes it, replacing an existing one. */
    public void write(Picture picture) throws IOException {
        file.write(unfinished -> {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                switch (format) {
                    case PNG -> png(picture, out);
                    case SVG -> svg(picture, out);
                    case PDF -> pdf(picture, out);
                }
            }
        });
    }

    private static void png(Picture picture, OutputStream out) throws IOException {
        BufferedImage image =
                new BufferedImage(SCALE * picture.width(), SCALE * picture.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SCALE, SCALE);
        picture.draw(g);
        g.dispose();
        ImageIO.write(image, "png", out);
    }

    private static void svg(Picture picture, OutputStream out) throws IOException {
        SVGGraphics2D g = new SVGGraphics2D(emptyDocument());
        g.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
        picture.draw(g);
        g.stream(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has this one", e);
        }
    }

    private static void pdf(Picture picture, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(picture.width(), picture.height()));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, picture.width(), picture.height());
            // Text as text, in a font that every PDF viewer has; text with characters that the font lacks is drawn as
            // shapes.
            g.setFontTextDrawer(new PdfBoxGraphics2DFontTextDrawerDefaultFonts());
            picture.draw(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        }
    }
}
