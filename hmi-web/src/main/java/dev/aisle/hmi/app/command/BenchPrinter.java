package dev.aisle.hmi.app.command;

import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The printer a command is about: one of a site by its name, or whatever is at an address.
 *
 * @param model as the site says; empty for an address alone
 */
record BenchPrinter(
    String name,
    String address,
    int baud,
    Optional<PrinterModel> model,
    Optional<LabelTexts> words) {
  private static final int USUAL_BAUD = 9600;

  static BenchPrinter from(String printer, Optional<String> site) {
    if (site.isPresent()) {
      return ofSite(printer, Path.of(site.get()));
    }
    if (!printer.matches("[^:/]+:[0-9]{1,5}")) {
      throw new Misused(
          "--printer takes HOST:PORT, or with --site DIR the name of a printer there, not '%s'."
              .formatted(printer));
    }
    return new BenchPrinter(printer, printer, USUAL_BAUD, Optional.empty(), Optional.empty());
  }

  private static BenchPrinter ofSite(String name, Path folder) {
    Site site =
        SiteFile.read(folder)
            .site()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "The site has mistakes; try 'aisle check-site %s'.".formatted(folder)));
    StationDevice.Printer printer =
        site.devices().stream()
            .filter(StationDevice.Printer.class::isInstance)
            .map(StationDevice.Printer.class::cast)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Misused("The site has no printer '%s'.".formatted(name)));
    if (printer.simulated()) {
      throw new CannotStart(
          "%s is simulated; it can be reached only while the site runs, on its page."
              .formatted(name));
    }
    return new BenchPrinter(
        name,
        printer.address().orElseThrow(),
        printer.baud(),
        Optional.of(printer.model()),
        Optional.of(printer.words()));
  }
}
