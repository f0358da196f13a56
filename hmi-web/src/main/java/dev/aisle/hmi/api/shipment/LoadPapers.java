package dev.aisle.hmi.api.shipment;

import dev.aisle.device.rfid.load.CloseOut;
import dev.aisle.device.rfid.load.CompleteLoad;
import dev.aisle.device.rfid.load.LoadReport;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares papers with tags as a read point would: what is stored of a load is given to its check
 * in the order in which it came, pass after pass. What has no tag goes by its SSCC.
 */
@Component
class LoadPapers {
  private final Units units;
  private final Shipments shipments;

  LoadPapers(Units units, Shipments shipments) {
    this.units = units;
    this.shipments = shipments;
  }

  Optional<String> tagOf(Sscc sscc) {
    return units.find(sscc).flatMap(HandlingUnit::tag).map(Epc::hex);
  }

  private String keyOf(Sscc sscc) {
    return tagOf(sscc).orElse(sscc.digits());
  }

  LoadReport report(Load load) {
    List<String> papers = new ArrayList<>();
    load.parcels().forEach(parcel -> papers.add(keyOf(parcel.sscc())));
    load.leftBehind().forEach(left -> papers.add(keyOf(left.sscc())));
    if (papers.isEmpty()) {
      papers.add("");
    }
    Set<String> others = new HashSet<>();
    load.surplus().stream()
        .filter(extra -> extra.unit().flatMap(shipments::find).isPresent())
        .forEach(extra -> others.add(extra.tag()));
    CompleteLoad check = new CompleteLoad(load.id().toString(), papers, others::contains);
    for (int pass = 1; pass <= load.passes() + 1; pass++) {
      int now = pass;
      load.parcels().stream()
          .filter(parcel -> parcel.loaded() && Math.max(1, parcel.pass()) == now)
          .forEach(parcel -> check.seen(keyOf(parcel.sscc())));
      load.surplus().stream()
          .filter(extra -> extra.pass() == now)
          .forEach(extra -> check.seen(extra.tag()));
      check.endPass();
    }
    load.reason()
        .ifPresent(
            reason ->
                check.closeByHand(
                    new CloseOut(
                        load.closedBy().orElse("?"), reason, load.closedAt().orElseThrow())));
    return check.report();
  }
}
