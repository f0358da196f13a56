package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.storage.Storage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What found no room or whose transport came to nothing is tried again now and then; everything
 * else follows from events.
 */
@Component
class TryAgain {
  private final Storage storage;
  private final Outbound outbound;
  private final Shipments shipments;

  TryAgain(Storage storage, Outbound outbound, Shipments shipments) {
    this.storage = storage;
    this.outbound = outbound;
    this.shipments = shipments;
  }

  @Scheduled(
      fixedDelayString = "${aisle.flows.try-again-ms:5000}",
      initialDelayString = "${aisle.flows.try-again-ms:5000}")
  void tick() {
    storage.retryWaiting();
    outbound.plan();
    shipments.plan();
  }
}
