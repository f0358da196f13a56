package dev.aisle.hmi.api.label;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Draws the part of ZPL II that our labels use, one dot a pixel: texts (A0), lines and boxes (GB),
 * GS1-128 bar codes (BC). What it does not know it leaves out, as a picture is for people only.
 */
@Component
class LabelPicture {

  private static final int MOST_DOTS = 2_400;

  byte[] png(String zpl) {
    Zpl.Label label = Zpl.read(zpl);
    BufferedImage image =
        new BufferedImage(
            Math.clamp(label.widthDots(), 1, MOST_DOTS),
            Math.clamp(label.heightDots(), 1, MOST_DOTS),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = image.createGraphics();
    try {
      paper.setColor(Color.WHITE);
      paper.fillRect(0, 0, image.getWidth(), image.getHeight());
      paper.setColor(Color.BLACK);
      paper.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      label.fields().forEach(field -> draw(paper, field));
    } finally {
      paper.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void draw(Graphics2D paper, Zpl.Field field) {
    switch (field) {
      case Zpl.Text text -> {
        paper.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) text.height()));
        paper.drawString(
            text.words(), text.x(), text.y() + paper.getFontMetrics().getAscent() * 4 / 5);
      }
      case Zpl.Box box -> {
        if (box.thickness() >= Math.min(box.width(), box.height())) {
          paper.fillRect(box.x(), box.y(), box.width(), box.height());
        } else {
          paper.setStroke(new BasicStroke(box.thickness()));
          paper.drawRect(box.x(), box.y(), box.width(), box.height());
        }
      }
      case Zpl.BarCode code -> drawBars(paper, code);
    }
  }

  private static void drawBars(Graphics2D paper, Zpl.BarCode code) {
    Code128 bars = new Code128();
    if (code.gs1()) {
      bars.setDataType(uk.org.okapibarcode.backend.Symbol.DataType.GS1);
    }
    bars.setHumanReadableLocation(HumanReadableLocation.NONE);
    bars.setContent(code.content());
    for (Rectangle bar : bars.getRectangles()) {
      paper.fillRect(
          code.x() + (int) Math.round(bar.x * code.moduleDots()),
          code.y(),
          (int) Math.round(bar.width * code.moduleDots()),
          code.height());
    }
  }
}
