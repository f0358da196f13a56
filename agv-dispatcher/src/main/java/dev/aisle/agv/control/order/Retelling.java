package dev.aisle.agv.control.order;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells again, once after a restart, how every transport stands: the journal is stored before
 * events are told, so the last ones may never have been heard.
 */
public final class Retelling {
  /** Finished transports told again; far more than can finish in one step. */
  private static final int FINISHED_TOLD = 50;

  private final Draft draft;

  public Retelling(Draft draft) {
    this.draft = draft;
  }

  public void tell() {
    List<TransportRecord> all = List.copyOf(draft.transports.values());
    all.stream().filter(t -> !t.stage().isOver()).forEach(this::tell);
    all.stream()
        .filter(t -> t.stage().isOver())
        .sorted(Comparator.comparing(TransportRecord::since).reversed())
        .limit(FINISHED_TOLD)
        .sorted(Comparator.comparing(TransportRecord::since))
        .forEach(this::tell);
  }

  private void tell(TransportRecord record) {
    draft.happened(new TransportEvent.Accepted(record.id(), record.since()));
    Optional<VehicleId> vehicle = record.vehicle();
    vehicle.ifPresent(
        v -> draft.happened(new TransportEvent.Assigned(record.id(), v, record.since())));
    switch (record.stage()) {
      case WAITING, ASSIGNED, TO_PICKUP, PICKING -> {}
      case CARRYING, DROPPING -> vehicle.ifPresent(v -> pickedUp(record, v));
      case DELIVERED -> delivered(record);
      case FAILED ->
          draft.happened(new TransportEvent.Failed(record.id(), why(record), record.since()));
      case CANCELLED -> draft.happened(cancelled(record));
    }
  }

  private static TransportEvent cancelled(TransportRecord record) {
    return record.takenBack().isPresent()
        ? new TransportEvent.Returned(
            record.id(), record.request().toNode(), why(record), record.since())
        : new TransportEvent.Cancelled(record.id(), why(record), record.since());
  }

  private static Trouble why(TransportRecord record) {
    return record.note().orElse(Trouble.inWords(""));
  }

  private void pickedUp(TransportRecord record, VehicleId vehicle) {
    draft.happened(
        new TransportEvent.PickedUp(
            record.id(), vehicle, record.request().fromNode(), record.since()));
  }

  private void delivered(TransportRecord record) {
    record.vehicle().ifPresent(vehicle -> pickedUp(record, vehicle));
    draft.happened(
        new TransportEvent.Delivered(
            record.id(), record.vehicle(), record.request().toNode(), record.since()));
  }
}
