package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dispatch advice as it came; nothing in it is trusted yet.
 *
 * @param number the supplier's number; the same number again is the same advice. Without one the
 *     warehouse gives its own.
 * @param owner whose goods they are, when not our own
 */
public record AdviceDraft(
    Optional<String> number, String supplier, Optional<String> owner, List<Pallet> pallets) {
  public AdviceDraft {
    pallets = List.copyOf(pallets);
  }

  /**
   * One pallet with one item and lot.
   *
   * @param sscc one of ours is made when the supplier gives none
   * @param tag when it differs from the SSCC-96 of the pallet's number
   * @param quantity base units
   */
  public record Pallet(
      Optional<Sscc> sscc,
      Optional<Epc> tag,
      String item,
      long quantity,
      Optional<String> lot,
      Optional<LocalDate> expiry) {}
}
