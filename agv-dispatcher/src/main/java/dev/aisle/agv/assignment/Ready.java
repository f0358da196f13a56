package dev.aisle.agv.assignment;

import dev.aisle.agv.assignment.Waiting.Kind;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a transport may be given to a vehicle by now, apart from the vehicles. */
public final class Ready {
  /** A vehicle may set out so long before the load may be fetched. */
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private Ready() {}

  /** What it waits for, or empty if for nothing but a vehicle. */
  public static Optional<Waiting> waits(
      TransportRecord record, Map<TransportId, TransportRecord> all, Instant now) {
    Terms terms = record.request().terms();
    if (record.onHold()) {
      return Optional.of(Waiting.of(Kind.ON_HOLD));
    }
    for (TransportId before : terms.after()) {
      TransportRecord one = all.get(before);
      if (one != null && one.stage() != TransportStage.DELIVERED) {
        Kind kind = one.stage().isOver() ? Kind.AFTER_FAILED : Kind.AFTER;
        return Optional.of(Waiting.of(kind, before.value()));
      }
    }
    return terms
        .notBefore()
        .filter(from -> now.isBefore(from.minus(AHEAD)))
        .map(from -> Waiting.of(Kind.NOT_BEFORE, from.toString()));
  }

  /** The transport with the one vehicle that may have it, if there is one. */
  public static Demand demand(TransportRecord record, Map<TransportId, TransportRecord> all) {
    Terms terms = record.request().terms();
    Optional<VehicleId> only = terms.intended();
    if (only.isEmpty() && terms.sameVehicle() && !terms.after().isEmpty()) {
      only =
          Optional.ofNullable(all.get(terms.after().getLast())).flatMap(TransportRecord::vehicle);
    }
    return new Demand(record.request(), only);
  }
}
