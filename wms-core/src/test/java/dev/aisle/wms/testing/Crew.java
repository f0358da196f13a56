package dev.aisle.wms.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.PickWork;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays vehicles, tag readers and people, one step after the other. */
public final class Crew {
  private static final int MOST_ROUNDS = 2000;

  private final Warehouse warehouse;
  private boolean tagHeadsWork = true;

  Crew(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public Crew withDeadTagHeads() {
    tagHeadsWork = false;
    return this;
  }

  /** Carries everything that is asked for, and what is asked for meanwhile. */
  public Crew vehiclesFinish() {
    int rounds = 0;
    while (vehicleStep()) {
      assertThat(rounds++).as("transports never end").isLessThan(MOST_ROUNDS);
    }
    return this;
  }

  /** The most urgent transport is carried out; false when none is open. */
  public boolean vehicleStep() {
    warehouse.settle();
    Optional<Transport> next =
        warehouse.transports.open().stream()
            .filter(t -> t.state() != TransportState.PICKED_UP)
            .max(java.util.Comparator.comparingInt(Transport::priority));
    next.ifPresent(
        transport -> {
          pickUp(transport);
          putDown(transport);
        });
    return next.isPresent();
  }

  public void pickUp(Transport transport) {
    var vehicle = new LocationId("AGV-01");
    warehouse.clock.pass(Duration.ofSeconds(20));
    warehouse.reports.assigned(transport.id(), vehicle, warehouse.clock.instant());
    warehouse.reports.pickedUp(
        transport.id(), vehicle, warehouse.clock.instant(), Evidence.vehicle(vehicle));
    warehouse.settle();
  }

  public void putDown(Transport transport) {
    warehouse.clock.pass(Duration.ofSeconds(20));
    warehouse.reports.delivered(transport.id(), transport.to(), warehouse.clock.instant());
    warehouse.settle();
    if (tagHeadsWork && transport.to().value().startsWith("P")) {
      warehouse.tagSeen(transport.to().value(), transport.unit());
    }
  }

  public Transport openTransport(Sscc unit) {
    return warehouse.transports.open().stream()
        .filter(t -> t.unit().equals(unit))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no open transport for " + unit));
  }

  /** Works at all stations until nothing is left to do anywhere. */
  public Crew workUntilQuiet() {
    int rounds = 0;
    boolean busy = true;
    while (busy) {
      busy = vehicleStep();
      for (Station station : warehouse.stations.all()) {
        if (!station.does().contains(TaskKind.UNLOAD)) {
          busy |= workAt(station.id(), new Actor("operator-" + station.id()));
        }
      }
      busy |= !busy && completeLoadsLeave();
      assertThat(rounds++).as("work never ends").isLessThan(MOST_ROUNDS);
    }
    return this;
  }

  /** Every truck whose goods equal its papers goes; false when there is none. */
  public boolean completeLoadsLeave() {
    warehouse.settle();
    boolean any = false;
    for (Load load : warehouse.loads.open()) {
      any |=
          load.complete()
              && warehouse.loads.close(load.id(), new Actor("dispatcher"))
                  instanceof CloseOutcome.Left;
    }
    warehouse.settle();
    return any;
  }

  /** Does the next task of a station; false when there is none. */
  public boolean workAt(String station, Actor operator) {
    Optional<Task> next = warehouse.tasks.next(station, operator.name());
    next.ifPresent(task -> work(task, operator));
    warehouse.settle();
    return next.isPresent();
  }

  private void work(Task task, Actor by) {
    warehouse.clock.pass(Duration.ofSeconds(5));
    switch (task.kind()) {
      case PICK -> pick(task, by);
      case PACK ->
          assertThat(warehouse.outbound.pack(task.id(), by)).isInstanceOf(PackOutcome.Packed.class);
      case LOAD -> {
        Shipment load = warehouse.shipments.loadWork(task.id()).orElseThrow();
        warehouse.shipments.startLoading(task.id(), by);
        warehouse.tagSeen(load.dock().orElseThrow().value(), load.parcel());
      }
      case UNLOAD -> warehouse.inbound.startUnloading(new AdviceId(task.subject()), by);
    }
  }

  private void pick(Task task, Actor by) {
    PickWork work = warehouse.outbound.pickWork(task.id()).orElseThrow();
    Optional<String> code =
        work.unitConfirmedBy().isPresent()
            ? Optional.empty()
            : Optional.of(work.pick().unit().digits());
    assertThat(warehouse.outbound.confirmPick(task.id(), by, work.pick().quantity(), code))
        .isInstanceOf(PickOutcome.Picked.class);
  }

  public List<Transport> openTransports() {
    warehouse.settle();
    return warehouse.transports.open();
  }
}
