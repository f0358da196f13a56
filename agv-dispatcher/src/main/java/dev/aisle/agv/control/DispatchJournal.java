package dev.aisle.agv.control;

import dev.aisle.agv.transport.TransportRecord;
import java.util.List;

/**
 * All that must survive a restart, as plain data. To be stored before the outputs of the same step
 * are carried out.
 */
public record DispatchJournal(List<TransportRecord> transports, List<VehicleOrderRecord> orders) {
  public DispatchJournal {
    transports = List.copyOf(transports);
    orders = List.copyOf(orders);
  }

  public static DispatchJournal empty() {
    return new DispatchJournal(List.of(), List.of());
  }
}
