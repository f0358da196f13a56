package dev.aisle.device.printer;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.util.Map;
import java.util.Optional;

/**
 * What a printer's labels must know of it.
 *
 * @param dpi dots per inch: 152, 203, 300 or 600
 * @param font file of a font in the printer that has Chinese characters, such as {@code
 *     E:SIMSUN.TTF}; without one, all text is printed in the built-in font
 */
public record PrinterModel(int dpi, Optional<String> font) {
  private static final double MM_PER_INCH = 25.4;

  public PrinterModel {
    if (dpi < 100 || dpi > 1200) {
      throw new SettingMistake(
          SettingFault.PRINTER_DENSITY,
          Map.of("given", Integer.toString(dpi)),
          "%d dots per inch".formatted(dpi));
    }
    font.ifPresent(
        name -> {
          if (!name.matches("[A-Z]:[A-Za-z0-9_-]{1,16}\\.[A-Za-z]{3}")) {
            throw new SettingMistake(
                SettingFault.PRINTER_FONT,
                Map.of("given", name),
                "no font of a printer: '%s'".formatted(name));
          }
        });
  }

  int dots(double mm) {
    return (int) Math.round(mm / MM_PER_INCH * dpi);
  }

  /** At least one dot. */
  int dotsAtLeastOne(double mm) {
    return Math.max(1, dots(mm));
  }
}
