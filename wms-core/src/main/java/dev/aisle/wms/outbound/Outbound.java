package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Picking and packing. Each act is one transaction and says what came of it. */
public interface Outbound {

  /**
   * Looks at everything at the pick stations and does what is due: gives orders to stations, has
   * units brought and taken back, opens tasks. Called after every change; calling it once more
   * changes nothing.
   */
  void plan();

  /**
   * The goods of a pick task are in the parcel.
   *
   * @param quantity what was taken, which must be what was asked for
   * @param code what was scanned: the unit's SSCC also confirms the unit, the item's GTIN the item
   */
  PickOutcome confirmPick(TaskId task, Actor by, Quantity quantity, Optional<String> code);

  /**
   * There was less than the books say. The difference is booked off, what is missing is looked for
   * in other units, else the order waits.
   *
   * @param reason {@code damaged}, or anything else for not found
   */
  PickOutcome shortPick(TaskId task, Actor by, Quantity picked, String reason);

  /** The unit's number was scanned at the position, when the tag head does not work. */
  PickOutcome confirmUnit(LocationId position, String code, Actor by);

  /** A person has looked at a held position and says that the expected unit stands there. */
  PickOutcome releaseHold(LocationId position, Actor by, String note);

  /** Closes the parcel: tag, label, and a place to be fetched from. */
  PackOutcome pack(TaskId task, Actor by);

  Optional<PickWork> pickWork(TaskId task);

  Optional<PackWork> packWork(TaskId task);

  List<Parcel> parcelsOf(OrderId order);

  Optional<Parcel> parcel(Sscc sscc);

  Optional<Label> label(Sscc parcel);

  /** What is at the pick positions or on its way there. */
  List<UnitAtPosition> positions();

  /** What was picked from a unit or is to be, oldest first. */
  List<Pick> picksFrom(Sscc unit);

  List<Pick> picksFor(OrderId order);
}
