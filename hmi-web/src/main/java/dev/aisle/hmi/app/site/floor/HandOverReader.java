package dev.aisle.hmi.app.site.floor;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads {@code hand_over:} of a node. */
final class HandOverReader {
  /** A machine that brings a load forward needs so long at the most. */
  private static final Duration USUAL_WITHIN = Duration.ofSeconds(60);

  private static final Set<Site.NodeUse> FOR_LOADS =
      Set.of(
          Site.NodeUse.DOCK,
          Site.NodeUse.SHIP_DOCK,
          Site.NodeUse.SLOT,
          Site.NodeUse.PICK,
          Site.NodeUse.PACK);

  private final Reading reading;
  private final String node;

  HandOverReader(Reading reading, String node) {
    this.reading = reading;
    this.node = node;
  }

  public Optional<Site.HandOver> read(Part part) {
    Optional<String> ready = point(part, "ready", Kind.POINT);
    Optional<String> occupied = point(part, "occupied", Kind.POINT);
    Optional<String> request = point(part, "request", Kind.OUTPUT);
    Optional<String> busy = point(part, "busy", Kind.OUTPUT);
    Optional<String> instead = part.has("instead") ? part.text("instead", "K2") : Optional.empty();
    instead.ifPresent(
        other -> {
          reading.useNode(other, FOR_LOADS, part.at("instead"), part.way("instead"));
          if (other.equals(node)) {
            part.fault("instead", "a place does not stand in for itself");
          }
        });
    Duration within = part.duration("within").orElse(USUAL_WITHIN);
    part.done();
    if (ready.isEmpty() || occupied.isEmpty() || request.isEmpty() || busy.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Site.HandOver(ready.get(), occupied.get(), request.get(), busy.get(), instead, within));
  }

  private Optional<String> point(Part part, String key, Kind kind) {
    Optional<String> name = part.text(key, "%s.%s".formatted(node, key));
    name.ifPresent(text -> reading.use(kind, text, part.at(key), part.way(key)));
    return name;
  }
}
