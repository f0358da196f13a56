package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;

/** Deliveries from announcement to closed receipt. Pallets are received when a dock sees them. */
public interface Inbound {

  AnnounceOutcome announce(AdviceDraft draft, Actor by);

  /** The truck is at a dock; opens the unloading task of the station there. */
  ArriveOutcome arrive(AdviceId advice, LocationId dock);

  /** The operator begins; {@link UnloadingStarted} opens the door. */
  ReceiptOutcome startUnloading(AdviceId advice, Actor by);

  /** Takes a pallet in by its scanned number, when the reader does not work. */
  ReceiptOutcome receiveByScan(AdviceId advice, Sscc unit, Actor by);

  /** A received pallet is damaged; its goods are no longer available. */
  ReceiptOutcome reportDamage(AdviceId advice, Sscc unit, Actor by, String note);

  /** Ends the receipt; what was not seen is missing. */
  ReceiptOutcome closeReceipt(AdviceId advice, Actor by, String note);

  Optional<Advice> find(AdviceId advice);

  /** The advice that announced this unit. */
  Optional<AdviceId> adviceOf(Sscc unit);

  /** The delivery that stands at a dock. */
  Optional<AdviceId> at(LocationId dock);

  /** Not arrived yet, oldest first. */
  List<AdviceId> announced();

  /**
   * Searches id and supplier; sorts by id, supplier, state, announcedAt; filters by state, dock.
   */
  Page<AdviceRow> list(ListQuery query);
}
