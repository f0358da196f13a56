package dev.aisle.hmi.bridge.fleet;

import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportRequested;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hands the core's wishes to the dispatcher after they were committed. A wish that was not handed
 * over before a kill is handed over after the restart; the dispatcher knows it by its id.
 */
@Component
class TransportRequests {
  private final FleetLoop fleet;

  TransportRequests(FleetLoop fleet) {
    this.fleet = fleet;
  }

  @ApplicationModuleListener
  void on(TransportRequested wanted) {
    fleet.submit(wanted);
  }

  @ApplicationModuleListener
  void on(TransportCancelled cancelled) {
    fleet.cancel(cancelled);
  }
}
