package dev.aisle.hmi.api.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LabelPictureTest {

  private static final String LABEL =
      """
      ^XA^CI28^PW800^LL1200^RFW,H^FD3034257BF400B7800004CB2F^FS
      ^FO40,80^A0N,48,48^FH_^FDStore_5E7^FS
      ^FO40,240^GB720,3,3^FS
      ^FO60,620^BY3^BCN,400,N,N,N,N^FD>;>800095211410000000123^FS
      ^PQ1^XZ
      """;

  @Test
  void aLabelIsReadAsTextsLinesAndBars() {
    Zpl.Label label = Zpl.read(LABEL);
    assertThat(label.widthDots()).isEqualTo(800);
    assertThat(label.heightDots()).isEqualTo(1200);
    assertThat(label.fields())
        .containsExactly(
            new Zpl.Text(40, 80, 48, "Store^7"),
            new Zpl.Box(40, 240, 720, 3, 3),
            new Zpl.BarCode(60, 620, 400, 3, true, "[00]095211410000000123"));
  }

  @Test
  void thePictureShowsBarsWhereTheLabelHasThem() throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(new LabelPicture().png(LABEL)));
    assertThat(picture.getWidth()).isEqualTo(800);
    int changes = 0;
    for (int x = 1; x < 800; x++) {
      if ((picture.getRGB(x, 800) & 0xFF) != (picture.getRGB(x - 1, 800) & 0xFF)) {
        changes++;
      }
    }
    // start, FNC1, ten pairs, check: 13 symbols of 3 bars, and a stop of 4 bars, two edges each
    assertThat(changes).isEqualTo(2 * (13 * 3 + 4));
    assertThat(picture.getRGB(400, 500) & 0xFF).isEqualTo(255);
    assertThat(picture.getRGB(400, 241) & 0xFF).isZero();
  }
}
