package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.TaskState;
import dev.aisle.wms.testing.Crew;
import dev.aisle.wms.trace.Life;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.Traces;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippingTest extends FlowStory {

  /** Picked, packed, and standing at its shipping dock. */
  private Shipment staged(OrderId order) {
    Crew crew = warehouse.crew();
    for (int i = 0; i < 20; i++) {
      crew.vehicleStep();
      crew.workAt("PICK-1", ANNA);
      crew.workAt("PICK-2", ANNA);
    }
    Shipment shipment = warehouse.shipments.of(order).getFirst();
    assertThat(shipment.state()).isEqualTo(Shipment.State.STAGED);
    return shipment;
  }

  @Test
  void onlyTheExpectedParcelLeavingMakesTheOrderShipped() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.stored(PALLET_2, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 4);
    Shipment shipment = staged(order);
    String dock = shipment.dock().orElseThrow().value();
    Task load = warehouse.openTask(TaskKind.LOAD);

    warehouse.tagSeen(dock, PALLET_2);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.SHIPMENT_MISMATCH);
    assertThat(warehouse.tasks.find(load.id()).orElseThrow().state()).isEqualTo(TaskState.HELD);
    assertThat(warehouse.shipments.startLoading(load.id(), ANNA))
        .isEqualTo(new LoadOutcome.Held(load.id()));
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.PICKED);

    warehouse.tagSeen(dock, shipment.parcel());
    assertThat(warehouse.tasks.find(load.id()).orElseThrow().doneBy()).contains(dock + "-portal");
    Load truck = warehouse.loads.open().getFirst();
    assertThat(warehouse.loads.close(truck.id(), ANNA)).isInstanceOf(CloseOutcome.Incomplete.class);
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.PICKED);

    warehouse.tagSeen(dock, PALLET_2, Direction.IN);
    assertThat(warehouse.loads.close(truck.id(), ANNA)).isInstanceOf(CloseOutcome.Left.class);
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.stock(BOLTS)).isEqualTo(16);
  }

  @Test
  void aParcelThatComesBackInOrPassesAnyHowIsNotShipped() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 4);
    Shipment shipment = staged(order);
    String dock = shipment.dock().orElseThrow().value();

    warehouse.tagSeen(dock, shipment.parcel(), Direction.UNKNOWN);

    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.PICKED);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.WRONG_DIRECTION);
  }

  @Test
  void aParcelThatThePortalDidNotSeeIsShippedOnlyByItsScannedNumber() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 4);
    Sscc parcel = staged(order).parcel();
    Task load = warehouse.openTask(TaskKind.LOAD);

    assertThat(warehouse.shipments.confirmLoad(load.id(), ANNA, Optional.empty()))
        .isEqualTo(new LoadOutcome.NotSeenLeaving(parcel));
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.SHIPMENT_MISMATCH);
    assertThat(warehouse.shipments.confirmLoad(load.id(), ANNA, Optional.of("(00)" + PALLET)))
        .isInstanceOf(LoadOutcome.WrongCode.class);
    assertThat(warehouse.shipments.confirmLoad(load.id(), ANNA, Optional.of("(00)" + parcel)))
        .isEqualTo(new LoadOutcome.Left(parcel));
    warehouse.crew().completeLoadsLeave();

    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.openDeviations()).isEmpty();
    assertThat(warehouse.shipments.confirmLoad(load.id(), ANNA, Optional.of("(00)" + parcel)))
        .isInstanceOf(LoadOutcome.AlreadyDone.class);
  }

  @Test
  void theLivesOfUnitAndOrderTellEveryStepWithItsEvidence() {
    Traces traces = spring.getBean(Traces.class);
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 4);
    warehouse.crew().workUntilQuiet();

    Life pallet = traces.unit(PALLET).orElseThrow();
    assertThat(pallet.entries())
        .extracting(TraceEntry::title)
        .contains(
            "sighting.seen",
            "ledger.receipt",
            "slot.chosen",
            "transport.requested",
            "transport.delivered",
            "ledger.pick",
            "pick.done");
    assertThat(pallet.entries())
        .isSortedAccordingTo(java.util.Comparator.comparing(TraceEntry::at));
    Life story = traces.order(order).orElseThrow();
    assertThat(story.entries())
        .extracting(TraceEntry::title)
        .contains(
            "milestone.applied", "milestone.shipped", "label.made", "ledger.ship", "task.load");
    assertThat(story.entries())
        .filteredOn(entry -> entry.kind() == TraceEntry.Kind.LEDGER)
        .allSatisfy(entry -> assertThat(entry.evidence()).isPresent());
    assertThat(traces.unit(Sscc.of(0, "9521141", 99_999))).isEmpty();
  }
}
