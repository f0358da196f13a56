package dev.aisle.agv.control.io;

import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.transport.TransportRecord;
import java.util.List;

/**
 * All that must survive a restart, as plain data. To be stored before the outputs of the same step
 * are carried out.
 *
 * @param closures what people have closed and not yet opened, by place
 */
public record DispatchJournal(
    List<TransportRecord> transports, List<VehicleOrderRecord> orders, List<Closure> closures) {
  public DispatchJournal {
    transports = List.copyOf(transports);
    orders = List.copyOf(orders);
    closures = List.copyOf(closures);
  }

  public static DispatchJournal empty() {
    return new DispatchJournal(List.of(), List.of(), List.of());
  }
}
