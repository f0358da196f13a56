package dev.aisle.hmi.api.order;

import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.order.OrderView.OrderParcel;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.util.List;
import org.springframework.stereotype.Component;

/** Parcels with their place and how far they have come. */
@Component
class PackedParcels implements OrderScreens.OrderParcels {

  private final Outbound outbound;
  private final Shipments shipments;
  private final Units units;

  PackedParcels(Outbound outbound, Shipments shipments, Units units) {
    this.outbound = outbound;
    this.shipments = shipments;
    this.units = units;
  }

  @Override
  public List<OrderParcel> of(OrderId order) {
    return outbound.parcelsOf(order).stream().map(this::view).toList();
  }

  private OrderParcel view(Parcel parcel) {
    String state =
        shipments
            .find(parcel.sscc())
            .map(shipment -> Words.camel(shipment.state()))
            .orElseGet(() -> Words.camel(parcel.state()));
    return new OrderParcel(
        parcel.sscc().digits(),
        state,
        units.find(parcel.sscc()).flatMap(HandlingUnit::place).map(LocationId::value).orElse(null),
        outbound.label(parcel.sscc()).map(label -> label.sscc().digits()).orElse(null));
  }
}
