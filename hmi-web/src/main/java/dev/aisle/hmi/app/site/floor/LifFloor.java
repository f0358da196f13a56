package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.exchange.Finding;
import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.Imported;
import dev.aisle.agv.exchange.lif.LifReader;
import dev.aisle.hmi.app.site.text.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;

/**
 * A floor that the site file takes from a LIF file beside it.
 *
 * @param at where the site file names it
 */
record LifFloor(FloorPlan plan, Mark at) {

  /** Reads {@code lif:} and {@code layout:}; mistakes are told with the path in that file. */
  public static Optional<LifFloor> read(Part floor) {
    Optional<String> name = floor.text("lif");
    Optional<String> layout = floor.text("layout");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path file = floor.reading().folder().resolve(name.get());
    Imported read;
    try {
      read = LifReader.read(Files.readAllBytes(file), layout);
    } catch (IOException e) {
      floor.fault("lif", "there is no file %s to read".formatted(file));
      return Optional.empty();
    }
    read.findings().stream()
        .filter(Finding::isRefusal)
        .forEach(finding -> floor.fault("lif", "%s: %s".formatted(name.get(), finding)));
    return read.plan().map(plan -> new LifFloor(plan, floor.at("lif")));
  }
}
