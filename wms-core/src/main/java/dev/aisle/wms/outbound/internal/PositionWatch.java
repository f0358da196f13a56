package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares what is seen at a pick position with what should be there. */
@Component
class PositionWatch {
  static final String WRONG_UNIT = "wrong-unit";

  private final PickTable picks;
  private final PositionTable positions;
  private final Tasks tasks;
  private final Deviations deviations;

  PositionWatch(PickTable picks, PositionTable positions, Tasks tasks, Deviations deviations) {
    this.picks = picks;
    this.positions = positions;
    this.tasks = tasks;
    this.deviations = deviations;
  }

  void seen(LocationId position, Sscc unit, String readPoint, Instant lastSeen) {
    Optional<UnitAtPosition> found = positions.at(position);
    if (found.isEmpty() || found.get().state() == UnitAtPosition.State.LEAVING) {
      return;
    }
    UnitAtPosition expected = found.get();
    if (expected.unit().equals(unit)) {
      confirm(expected, EvidenceKind.RFID, Actor.SYSTEM, "the expected unit was seen");
    } else if (!tellsOfThePast(expected, unit, lastSeen)) {
      hold(expected, unit, readPoint);
    }
  }

  /** A late report of the unit that stood there before says nothing about the one that comes. */
  private boolean tellsOfThePast(UnitAtPosition expected, Sscc unit, Instant lastSeen) {
    return expected.state() == UnitAtPosition.State.COMING
        && (lastSeen.isBefore(expected.requestedAt())
            || positions.lastGone(expected.position()).equals(Optional.of(unit)));
  }

  private void hold(UnitAtPosition expected, Sscc seen, String readPoint) {
    positions.hold(expected.id(), WRONG_UNIT);
    deviations.open(
        DeviationKind.WRONG_UNIT,
        expected.unit().digits(),
        Optional.of(expected.position()),
        Map.of("seen", seen.digits(), "readPoint", readPoint));
    for (Pick pick : picks.open(expected.station(), expected.unit())) {
      tasks.hold(TaskKind.PICK, Long.toString(pick.id()));
    }
  }

  void confirm(UnitAtPosition there, EvidenceKind by, Actor who, String note) {
    if (there.confirmedBy().isEmpty() || there.held()) {
      positions.confirmed(there.id(), by);
    }
    if (there.held()) {
      positions.hold(there.id(), null);
      deviations.settle(DeviationKind.WRONG_UNIT, there.unit().digits(), who, note);
      for (Pick pick : picks.open(there.station(), there.unit())) {
        tasks.release(TaskKind.PICK, Long.toString(pick.id()));
      }
    }
  }

  PickOutcome scanned(LocationId position, String code, Actor by) {
    Optional<UnitAtPosition> there = positions.at(position);
    if (there.isEmpty() || there.get().state() != UnitAtPosition.State.HERE) {
      return new PickOutcome.NothingThere(position);
    }
    Sscc expected = there.get().unit();
    if (!ScannedCode.of(code).is(expected)) {
      return new PickOutcome.WrongCode(code, expected.digits());
    }
    confirm(there.get(), EvidenceKind.SCAN, by, "scanned");
    return new PickOutcome.UnitConfirmed(position, expected);
  }

  PickOutcome released(LocationId position, Actor by, String note) {
    Optional<UnitAtPosition> there = positions.at(position);
    if (there.isEmpty()) {
      return new PickOutcome.NothingThere(position);
    }
    confirm(there.get(), EvidenceKind.MANUAL, by, note);
    return new PickOutcome.UnitConfirmed(position, there.get().unit());
  }
}
