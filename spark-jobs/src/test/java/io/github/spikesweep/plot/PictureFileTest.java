package io.github.spikesweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class PictureFileTest {
    private static final int BLUE = 0xFF0072B2;

    @TempDir
    private Path folder;

    private Picture picture;

    @BeforeEach
    void drawALine() {
        DefaultXYDataset line = new DefaultXYDataset();
        line.addSeries("", new double[][] {{0, 1, 2}, {0, 1, 4}});
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesPaint(0, Colours.category(0));
        picture = Picture.of(
                "A title",
                List.of("a note"),
                Charts.chart(
                        "",
                        Charts.plot(line, Charts.axis("gna (mS)", false), Charts.axis("rate (Hz)", false), renderer),
                        false));
    }

    @Test
    void pngHasTwoPixelsAPoint() throws IOException {
        BufferedImage image = ImageIO.read(write("picture.png").toFile());
        assertEquals(2 * picture.width(), image.getWidth());
        assertEquals(2 * picture.height(), image.getHeight());
        long line = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == BLUE)
                .count();
        assertTrue(line > 1_000, line + " points of the line");
    }

    @Test
    void svgHasTheWordsAsText() throws IOException, ParserConfigurationException, SAXException {
        Path file = write("picture.svg");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element svg =
                parsers.newDocumentBuilder().parse(Files.newInputStream(file)).getDocumentElement();
        assertEquals("svg", svg.getLocalName());
        assertEquals("http://www.w3.org/2000/svg", svg.getNamespaceURI());
        assertEquals(Integer.toString(picture.width()), svg.getAttribute("width"));
        String text = svg.getTextContent();
        assertTrue(Stream.of("A title", "a note", "gna (mS)", "rate (Hz)").allMatch(text::contains), text);
    }

    @Test
    void pdfHasTheWordsAsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("picture.pdf").toFile())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(picture.width(), document.getPage(0).getMediaBox().getWidth());
            // Text extraction gives rotated text one or two letters per line.
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(Stream.of("Atitle", "anote", "gna(mS)", "rate(Hz)").allMatch(text::contains), text);
        }
    }

    @Test
    void takesThePlaceOfAnEarlierPictureAndLeavesNothingElse() throws IOException {
        Files.writeString(folder.resolve("picture.png"), "an earlier one");
        write("picture.png");
        assertTrue(Files.size(folder.resolve("picture.png")) > 1_000);
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void refusesOtherEndingsAndFoldersThatAreNotThere() {
        String gif = folder.resolve("picture.gif").toString();
        assertTrue(assertThrows(InputException.class, () -> PictureFile.at(gif))
                .getMessage()
                .endsWith("a picture's name ends in .png, .svg or .pdf"));
        String nowhere = folder.resolve("nowhere/picture.png").toString();
        assertTrue(assertThrows(InputException.class, () -> PictureFile.at(nowhere))
                .getMessage()
                .contains("there is no directory"));
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        PictureFile.at(file.toString()).write(picture);
        return file;
    }
}
