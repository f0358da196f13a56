package dev.aisle.wms.order.internal;

import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.PutAwayRefused;
import dev.aisle.wms.storage.UnitStored;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Orders that wait for stock get their chance as soon as some can be fetched. */
@Component
class WhenStockArrives {
  private final Allocations allocations;

  WhenStockArrives(Allocations allocations) {
    this.allocations = allocations;
  }

  @ApplicationModuleListener
  void on(UnitStored stored) {
    if (stored.purpose() == Purpose.PUT_AWAY) {
      allocations.retryBackOrders();
    }
  }

  /** Also while the unit still waits at the dock: a full store empties only by orders. */
  @ApplicationModuleListener
  void on(PutAwayRefused refused) {
    allocations.retryBackOrders();
  }
}
