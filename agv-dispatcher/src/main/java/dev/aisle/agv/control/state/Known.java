package dev.aisle.agv.control.state;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneBook;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the dispatcher knows between two steps. Nothing of it is changed any more: a step
 * works on its {@link #draft}.
 *
 * @param map the roadmap as far as it is open now
 * @param journal what is stored of all this
 * @param startedAt when the first step was made
 * @param open whether work is given out; after a restart only when the fleet has reported
 * @param plannedAt when work was given out and ways were improved last
 * @param offered what was offered to whom last
 */
public record Known(
    Roadmap map,
    Ground ground,
    MachineStates machines,
    ZoneBook zones,
    Map<VehicleId, VehicleTrack> tracks,
    Map<TransportId, TransportRecord> transports,
    DispatchJournal journal,
    Optional<Instant> startedAt,
    boolean open,
    Instant plannedAt,
    Offer offered) {

  /** A copy to be changed by one step. */
  public Draft draft(Instant now) {
    Map<VehicleId, VehicleTrack> copies = new LinkedHashMap<>();
    tracks.forEach((id, track) -> copies.put(id, track.copy()));
    return new Draft(this, copies, new LinkedHashMap<>(transports), now);
  }
}
