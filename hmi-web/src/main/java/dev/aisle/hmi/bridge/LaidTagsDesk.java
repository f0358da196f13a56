package dev.aisle.hmi.bridge;

import dev.aisle.hmi.live.device.LaidTagsPort;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.reader.tag.LaidTags;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays tags in the simulated world. */
@Component
final class LaidTagsDesk implements LaidTagsPort {
  private final Bridge bridge;

  LaidTagsDesk(Bridge bridge) {
    this.bridge = bridge;
  }

  private Optional<LaidTags> laid() {
    return bridge.simulator().map(Simulator::laidTags);
  }

  @Override
  public List<LaidTag> tags() {
    return laid().stream().flatMap(tags -> tags.all().stream()).map(LaidTagsDesk::view).toList();
  }

  private static LaidTag view(LaidTags.View tag) {
    LaidTags.Place place = tag.place().orElse(null);
    return new LaidTag(
        tag.tidHex(),
        tag.epcHex(),
        place == null ? null : place.reader(),
        place == null ? null : place.antenna(),
        place == null ? null : place.rssiDbm(),
        tag.written());
  }

  @Override
  public boolean lay(Spot spot, int count, Optional<String> epc, int password, boolean leaves) {
    Optional<LaidTags> tags = laid();
    if (tags.isEmpty() || !isPlayed(spot.reader())) {
      return false;
    }
    LaidTags.Place place = place(spot);
    try {
      if (count > 1) {
        tags.get().stack(place, count);
      } else {
        tags.get().lay(place, new LaidTags.Kind(epc, password, leaves));
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public boolean carry(String tid, Optional<Spot> spot) {
    Optional<LaidTags> tags = laid();
    if (tags.isEmpty() || spot.filter(to -> !isPlayed(to.reader())).isPresent()) {
      return false;
    }
    return spot.isPresent() ? tags.get().carry(tid, place(spot.get())) : tags.get().takeAway(tid);
  }

  private boolean isPlayed(String reader) {
    return bridge.devices().stream()
        .anyMatch(device -> device.name().equals(reader) && device.simulated());
  }

  private static LaidTags.Place place(Spot spot) {
    return new LaidTags.Place(spot.reader(), spot.antenna(), spot.rssiDbm());
  }

  @Override
  public void clear(String reader) {
    laid().ifPresent(tags -> tags.clear(reader));
  }
}
