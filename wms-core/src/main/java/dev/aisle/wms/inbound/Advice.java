package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A delivery as it stands now. */
public record Advice(
    AdviceId id,
    PartyId supplier,
    PartyId owner,
    AdviceState state,
    Optional<LocationId> dock,
    Instant announcedAt,
    Optional<Instant> arrivedAt,
    Optional<Instant> unloadingAt,
    Optional<Instant> closedAt,
    Optional<String> closedBy,
    Optional<String> note,
    List<Pallet> pallets) {
  public Advice {
    pallets = List.copyOf(pallets);
  }

  /** One announced pallet. */
  public record Pallet(
      Sscc sscc,
      ItemId item,
      Lot lot,
      long quantity,
      PalletState state,
      Optional<Instant> receivedAt) {
    public boolean arrived() {
      return state == PalletState.RECEIVED || state == PalletState.DAMAGED;
    }
  }

  public int received() {
    return (int) pallets.stream().filter(Pallet::arrived).count();
  }

  public List<Difference> differences() {
    return pallets.stream()
        .filter(pallet -> pallet.state() != PalletState.RECEIVED)
        .map(
            p ->
                new Difference(
                    p.sscc(), p.item(), p.quantity(), p.arrived() ? p.quantity() : 0, p.state()))
        .toList();
  }
}
