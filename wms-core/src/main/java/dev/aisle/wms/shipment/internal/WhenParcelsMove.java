package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.HandlingUnitSeen;
import dev.aisle.wms.capture.UnknownTag;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.outbound.UnitPacked;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportDelivered;
import dev.aisle.wms.transport.TransportFailed;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Parcels packed, carried, and seen at the shipping docks. Each may be told twice. */
@Component
class WhenParcelsMove {
  private final ShippingDesk shipping;
  private final Ledger ledger;
  private final Deviations deviations;
  private final FloorLock floor;

  WhenParcelsMove(ShippingDesk shipping, Ledger ledger, Deviations deviations, FloorLock floor) {
    this.shipping = shipping;
    this.ledger = ledger;
    this.deviations = deviations;
    this.floor = floor;
  }

  @ApplicationModuleListener
  void on(UnitPacked packed) {
    shipping.packed(packed.unit(), packed.order(), packed.when());
  }

  @ApplicationModuleListener
  void on(TransportDelivered delivered) {
    if (delivered.purpose().equals(Purpose.STAGE.code())) {
      shipping.delivered(delivered.unit(), delivered.to(), delivered.at());
    }
  }

  @ApplicationModuleListener
  void on(TransportFailed failed) {
    if (failed.purpose().equals(Purpose.STAGE.code())) {
      floor.take();
      ledger.voidMove(failed.move(), new Reason("transport-failed"));
      deviations.open(
          DeviationKind.TRANSPORT_FAILED,
          failed.unit().digits(),
          failed.place(),
          Map.of("transport", failed.id().value(), "code", failed.code()));
      shipping.comesNoMore(failed.unit());
    }
  }

  @ApplicationModuleListener
  void on(TransportCancelled cancelled) {
    if (cancelled.purpose().equals(Purpose.STAGE.code())) {
      shipping.comesNoMore(cancelled.unit());
    }
  }

  @ApplicationModuleListener
  void on(HandlingUnitSeen seen) {
    if (!seen.step().equals("shipping")) {
      return;
    }
    if (seen.direction() == Direction.OUT) {
      shipping.seenLeaving(seen.unit(), seen.location(), seen.readPoint(), seen.last());
    } else {
      if (seen.direction() == Direction.IN) {
        shipping.backIn(seen.unit(), seen.location(), seen.readPoint());
      }
      shipping.passedSomehow(
          seen.unit(), seen.location(), seen.readPoint(), seen.direction().name());
    }
  }

  @ApplicationModuleListener
  void on(UnknownTag unknown) {
    if (unknown.step().equals("shipping") && unknown.direction() == Direction.OUT) {
      shipping.strangerLeaving(unknown.epc(), unknown.location(), unknown.readPoint());
    }
  }
}
