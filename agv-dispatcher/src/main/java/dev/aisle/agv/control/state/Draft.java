package dev.aisle.agv.control.state;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.handover.Gates;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.passage.door.Doors;
import dev.aisle.agv.passage.lift.Lifts;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneBook;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next state while a step works on it. Belongs to that step alone. */
public final class Draft {
  /** Finished transports remembered, so that a late repeat of a request starts nothing. */
  static final int FINISHED_KEPT = 500;

  public final Known before;
  public Roadmap map;
  public final Conflicts conflicts;
  public Doors doors;
  public Lifts lifts;
  public Gates gates;
  public Stations stations;
  public ZoneBook zones;
  public final Map<VehicleId, VehicleTrack> tracks;
  public final Map<TransportId, TransportRecord> transports;
  public final Instant now;
  public final List<DispatchOutput> outputs = new ArrayList<>();
  public boolean open;
  public Instant plannedAt;
  public Offer offered;

  Draft(
      Known before,
      Map<VehicleId, VehicleTrack> tracks,
      Map<TransportId, TransportRecord> transports,
      Instant now) {
    this.before = before;
    this.map = before.map();
    this.conflicts = before.ground().conflicts();
    this.doors = before.machines().doors();
    this.lifts = before.machines().lifts();
    this.gates = before.machines().gates();
    this.stations = before.machines().stations();
    this.zones = before.zones();
    this.tracks = tracks;
    this.transports = transports;
    this.now = now;
    this.open = before.open();
    this.plannedAt = before.plannedAt();
    this.offered = before.offered();
  }

  public void happened(TransportEvent event) {
    outputs.add(new DispatchOutput.Happened(event));
  }

  public void put(TransportRecord record) {
    transports.put(record.id(), record);
  }

  /** Chargers that are nobody's home. */
  public List<String> chargers() {
    return before.ground().chargers();
  }

  public Optional<TransportRecord> transportOf(VehicleTrack track) {
    return track.transport.map(transports::get);
  }

  /** Every vehicle whose whereabouts are known. */
  public Map<VehicleId, Itinerary> itineraries() {
    Map<VehicleId, Itinerary> all = new LinkedHashMap<>();
    for (VehicleTrack track : tracks.values()) {
      if (track.isLocated()) {
        all.put(track.spec.id(), track.itinerary(now));
      }
    }
    return all;
  }

  /**
   * Closes the ways through machines that are out of order, beside what people have closed. A
   * person's closure of a lane stands before that of its machine.
   */
  public void closeWays() {
    List<Closure> all = new ArrayList<>(doors.closures());
    all.addAll(lifts.closures(map));
    map.closures().stream().filter(Closure::isByPerson).forEach(all::add);
    map = map.closing(all);
  }

  public void apply(Map<VehicleId, Itinerary> changed) {
    changed.forEach(
        (id, itinerary) -> {
          VehicleTrack track = tracks.get(id);
          if (track != null) {
            track.visits = itinerary.visits();
          }
        });
  }

  /** What is known after the step. */
  public Known finish(Optional<Instant> startedAt) {
    forgetOldest();
    DispatchJournal journal =
        new DispatchJournal(
            List.copyOf(transports.values()),
            tracks.values().stream()
                .filter(t -> t.isLocated() || t.counter > 0)
                .map(VehicleTrack::record)
                .toList(),
            map.closures().stream()
                .filter(Closure::isByPerson)
                .sorted(Comparator.comparing(c -> c.place().id()))
                .toList(),
            zones.record());
    return new Known(
        map,
        before.ground(),
        new MachineStates(doors, lifts, gates, stations),
        zones,
        tracks,
        transports,
        journal.equals(before.journal()) ? before.journal() : journal,
        startedAt,
        open,
        plannedAt,
        offered);
  }

  private void forgetOldest() {
    long finished = transports.values().stream().filter(t -> t.stage().isOver()).count();
    var each = transports.values().iterator();
    while (finished > FINISHED_KEPT && each.hasNext()) {
      if (each.next().stage().isOver()) {
        each.remove();
        finished--;
      }
    }
  }
}
