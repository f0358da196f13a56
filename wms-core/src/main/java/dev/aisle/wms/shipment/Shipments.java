package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Parcels from the pack station to the truck. */
public interface Shipments {

  /** Sends waiting parcels to free shipping docks; calling it once more changes nothing. */
  void plan();

  /** The operator begins to load; {@link LoadingStarted} opens the door. */
  LoadOutcome startLoading(TaskId task, Actor by);

  /**
   * The parcel is on the truck. Normally the portal has seen it and the task is done already.
   *
   * @param code the parcel's scanned number, when the portal does not work
   */
  LoadOutcome confirmLoad(TaskId task, Actor by, Optional<String> code);

  /** A person has looked; loading at this dock goes on. */
  boolean releaseHold(LocationId dock, Actor by, String note);

  Optional<Shipment> find(Sscc parcel);

  Optional<Shipment> loadWork(TaskId task);

  List<Shipment> of(OrderId order);

  /** Everything that has not left, oldest first. */
  List<Shipment> open();
}
