package dev.aisle.wms.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.ArriveOutcome;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A delivery, pallet by pallet. */
public final class DeliveryStory {
  private final Warehouse warehouse;
  private final List<AdviceDraft.Pallet> pallets = new ArrayList<>();

  DeliveryStory(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public DeliveryStory pallet(Sscc sscc, long quantity, ItemId item) {
    return pallet(sscc, quantity, item, null);
  }

  public DeliveryStory pallet(Sscc sscc, long quantity, ItemId item, LocalDate expiry) {
    pallets.add(
        new AdviceDraft.Pallet(
            Optional.of(sscc),
            Optional.empty(),
            item.value(),
            quantity,
            Optional.ofNullable(expiry).map(day -> "LOT-" + day),
            Optional.ofNullable(expiry)));
    return this;
  }

  public AdviceId announced() {
    return warehouse.announce(pallets);
  }

  public AdviceId arrivesAt(String dock) {
    AdviceId advice = announced();
    assertThat(warehouse.inbound.arrive(advice, new LocationId(dock)))
        .isInstanceOf(ArriveOutcome.Arrived.class);
    warehouse.settle();
    return advice;
  }
}
