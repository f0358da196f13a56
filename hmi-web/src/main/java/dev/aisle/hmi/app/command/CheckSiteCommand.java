package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code check-site DIR}: every mistake with its line, or a summary of ten lines. */
final class CheckSiteCommand {
  private final PrintStream out;
  private final PrintStream err;

  CheckSiteCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    List<String> folders = new Words(words, Set.of(), Set.of()).rest();
    if (folders.size() != 1) {
      throw new Words.Misused("check-site takes one folder.");
    }
    Path folder = Path.of(folders.getFirst());
    SiteFile.Result result = SiteFile.read(folder);
    String file =
        Files.isDirectory(folder) ? folder.resolve(Site.FILE).toString() : folder.toString();
    if (result.site().isEmpty()) {
      printFaults(file, result.faults(), err);
      return CommandLine.FAILED;
    }
    summary(result.site().get()).forEach(out::println);
    return CommandLine.OK;
  }

  static void printFaults(String file, List<SiteFault> faults, PrintStream to) {
    for (SiteFault fault : faults) {
      to.println(sibling(file, fault.file()) + ":" + fault);
    }
    to.println(
        faults.size() == 1
            ? "1 mistake in %s".formatted(file)
            : "%d mistakes in %s".formatted(faults.size(), file));
  }

  private static String sibling(String file, String name) {
    return file.endsWith(Site.FILE)
        ? file.substring(0, file.length() - Site.FILE.length()) + name
        : file;
  }

  static List<String> summary(Site site) {
    return List.of(
        "Site %s, time zone %s, GS1 company prefix %s"
            .formatted(site.id(), site.timezone(), site.companyPrefix()),
        "Nodes: " + nodes(site),
        "Lanes: %d one-way, blocks: %d"
            .formatted(site.floor().lanes().size(), site.floor().blocks().size()),
        "Room for %d handling units in %d slots"
            .formatted(
                site.nodes(Site.NodeUse.SLOT).stream().mapToInt(Site.Node::holds).sum(),
                site.nodes(Site.NodeUse.SLOT).size()),
        "Vehicles: %d (%d simulated)"
            .formatted(
                site.vehicles().size(),
                site.vehicles().stream().filter(Site.Vehicle::simulated).count()),
        "Devices: %d (%d simulated)"
            .formatted(
                site.devices().size(),
                site.devices().stream().filter(SiteDevice::simulated).count()),
        "Read points: %d, %d of them tell the direction"
            .formatted(
                site.readPoints().size(),
                site.readPoints().stream().filter(point -> point.eyes().isPresent()).count()),
        "Stations: %s; doors: %d"
            .formatted(
                site.stations().stream().map(Site.Station::id).collect(Collectors.joining(", ")),
                site.doors().size()),
        "Database: %s; broker: %s"
            .formatted(
                site.database().map(Site.DatabaseServer::url).orElse("embedded"),
                site.broker().map(SiteBroker::told).orElse("embedded")),
        "No mistakes.");
  }

  private static String nodes(Site site) {
    return Arrays.stream(Site.NodeUse.values())
        .filter(use -> !site.nodes(use).isEmpty())
        .map(use -> "%d %s".formatted(site.nodes(use).size(), use.word()))
        .collect(Collectors.joining(", "));
  }
}
