package dev.aisle.agv.control.io;

import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneRecord;
import java.util.List;
import java.util.Objects;

/**
 * All that must survive a restart, as plain data. To be stored before the outputs of the same step
 * are carried out.
 *
 * @param closures what people have closed and not yet opened, by place
 * @param zones what vehicles were granted, and what people have paused
 */
public record DispatchJournal(
    List<TransportRecord> transports,
    List<VehicleOrderRecord> orders,
    List<Closure> closures,
    ZoneRecord zones) {
  public DispatchJournal {
    transports = List.copyOf(transports);
    orders = List.copyOf(orders);
    closures = List.copyOf(closures);
    // What an earlier version of the program stored knows of no zones.
    zones = Objects.requireNonNullElse(zones, ZoneRecord.NONE);
  }

  public static DispatchJournal empty() {
    return new DispatchJournal(List.of(), List.of(), List.of(), ZoneRecord.NONE);
  }
}
