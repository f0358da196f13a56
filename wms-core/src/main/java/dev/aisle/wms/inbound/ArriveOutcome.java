package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;

/** What came of a truck's arrival. */
public sealed interface ArriveOutcome {
  record Arrived(AdviceId advice, LocationId dock) implements ArriveOutcome {}

  record AlreadyHere(AdviceId advice, LocationId dock) implements ArriveOutcome {}

  /** Another delivery stands there. */
  record DockBusy(LocationId dock, AdviceId with) implements ArriveOutcome {}

  record NotADock(LocationId place) implements ArriveOutcome {}

  record Closed(AdviceId advice) implements ArriveOutcome {}

  record NoSuchAdvice(AdviceId advice) implements ArriveOutcome {}
}
