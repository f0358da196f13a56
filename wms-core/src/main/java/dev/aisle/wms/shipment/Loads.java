package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;

/**
 * The check before a truck leaves: goods equal papers. A load opens with the first parcel that is
 * brought to a dock, and its orders are shipped when it leaves.
 */
public interface Loads {

  /**
   * The truck should leave. When goods do not equal papers it stays, nothing more joins the load,
   * and what is carried past from then on is a further pass of it.
   */
  CloseOutcome close(LoadId load, Actor by);

  /**
   * A person lets the truck go although goods do not equal papers. What is missing stays here for
   * the next load, and stays named with the reason.
   */
  CloseOutcome closeByHand(LoadId load, Actor by, String reason);

  /** Its papers are fixed: nothing more joins it; false when it has left. */
  boolean noMore(LoadId load, Actor by);

  /** The truck waits on, and further parcels may join; false when it has left. */
  boolean goOnLoading(LoadId load, Actor by);

  /**
   * What was seen and is on no paper was taken off the truck. When nothing such is left, loading
   * goes on; false when nothing such is open.
   */
  boolean takenOff(LoadId load, String tag, Actor by, String note);

  /** A parcel is on the truck: its number was scanned there, since the portal did not see it. */
  LoadOutcome scanned(LoadId load, Actor by, String code);

  Optional<Load> find(LoadId load);

  /** The load at a dock, while it has not left. */
  Optional<Load> openAt(LocationId dock);

  /** All that have not left, oldest first. */
  List<Load> open();

  /** Those that left, newest first. */
  List<Load> left(int limit);

  /**
   * All loads. Sorts by {@code id}, {@code dock}, {@code openedAt}, {@code closedAt}, {@code
   * closedBy} and {@code reason}; filters by {@code state}, {@code dock} and {@code byHand} ({@code
   * true}: let go although goods did not equal papers); the text is looked for in id, dock, person,
   * reason, parcels and orders.
   */
  Page<Load> list(ListQuery query);

  /** The loads that named this parcel, oldest first. */
  List<Load> of(Sscc parcel);
}
