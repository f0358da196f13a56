package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.testing.Crew;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.Traces;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Goods equal papers before the truck leaves. */
class LoadCheckTest extends FlowStory {

  /** The first parcel has gone through the portal, the second stands at the same dock. */
  private Load halfLoaded(OrderId first, OrderId second) {
    Crew crew = warehouse.crew();
    for (int i = 0; i < 40 && state(first) != Shipment.State.STAGED; i++) {
      crew.vehicleStep();
      crew.workAt("PICK-1", ANNA);
      crew.workAt("PICK-2", ANNA);
    }
    Shipment one = shipment(first);
    warehouse.tagSeen(one.dock().orElseThrow().value(), one.parcel());
    for (int i = 0; i < 40 && state(second) != Shipment.State.STAGED; i++) {
      crew.vehicleStep();
      crew.workAt("PICK-1", ANNA);
      crew.workAt("PICK-2", ANNA);
    }
    return warehouse.loads.openAt(shipment(second).dock().orElseThrow()).orElseThrow();
  }

  private Shipment shipment(OrderId order) {
    return warehouse.shipments.of(order).getFirst();
  }

  private Shipment.State state(OrderId order) {
    return warehouse.shipments.of(order).stream()
        .map(Shipment::state)
        .findFirst()
        .orElse(Shipment.State.PACKED);
  }

  private OrderId order() {
    return warehouse.order(BOLTS, 4);
  }

  @Test
  void aTruckStaysWhileAParcelOfItsPapersIsMissingAndGoesOnceItWasSeen() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId first = order();
    OrderId second = order();
    Load load = halfLoaded(first, second);
    Sscc missing = shipment(second).parcel();

    assertThat(warehouse.loads.close(load.id(), ANNA))
        .isInstanceOfSatisfying(
            CloseOutcome.Incomplete.class,
            no -> {
              assertThat(no.load().state()).isEqualTo(Load.State.CHECKING);
              assertThat(no.load().passes()).isEqualTo(1);
              assertThat(no.load().missing()).extracting(Load.Parcel::sscc).contains(missing);
            });
    assertThat(warehouse.find(second).milestone()).isEqualTo(Milestone.PICKED);

    warehouse.tagSeen(load.dock().value(), missing);
    Load complete = warehouse.loads.find(load.id()).orElseThrow();
    assertThat(complete.parcels())
        .filteredOn(parcel -> parcel.sscc().equals(missing))
        .extracting(Load.Parcel::pass)
        .containsExactly(2);
    assertThat(warehouse.loads.close(load.id(), ANNA)).isInstanceOf(CloseOutcome.Left.class);
    assertThat(warehouse.find(second).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.loads.close(load.id(), ANNA)).isInstanceOf(CloseOutcome.AlreadyLeft.class);
  }

  @Test
  void aPersonLetsAnIncompleteTruckGoOnlyWithAReasonWhichStaysOnRecord() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId first = order();
    OrderId second = order();
    Load load = halfLoaded(first, second);
    Sscc missing = shipment(second).parcel();
    // Something is on this truck: its first parcel, or this stranger that the person answers for.
    warehouse.tagSeen(load.dock().value(), PALLET);

    assertThat(warehouse.loads.closeByHand(load.id(), ANNA, " "))
        .isEqualTo(new CloseOutcome.ReasonMissing(load.id()));
    assertThat(warehouse.loads.closeByHand(load.id(), ANNA, "truck must be at the ferry by six"))
        .isInstanceOf(CloseOutcome.Left.class);

    Load left = warehouse.loads.find(load.id()).orElseThrow();
    assertThat(left.closedBy()).contains("anna");
    assertThat(left.reason()).contains("truck must be at the ferry by six");
    assertThat(left.leftBehind()).extracting(Load.LeftBehind::sscc).containsExactly(missing);
    assertThat(warehouse.find(second).milestone()).isEqualTo(Milestone.PICKED);
    Load next = warehouse.loads.openAt(load.dock()).orElseThrow();
    assertThat(next.parcels()).extracting(Load.Parcel::sscc).containsExactly(missing);
    assertThat(spring.getBean(Traces.class).order(second).orElseThrow().entries())
        .filteredOn(entry -> entry.title().equals("load.left-behind"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).contains("anna"))
        .extracting(TraceEntry::facts)
        .satisfies(facts -> assertThat(facts).containsEntry("note", left.reason().orElseThrow()));
  }

  @Test
  void whatIsOnNoPaperKeepsTheTruckUntilItWasTakenOff() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.stored(PALLET_2, 10, BOLTS);
    OrderId first = order();
    OrderId second = order();
    Load load = halfLoaded(first, second);
    strangerLeaves(load.dock(), Direction.UNKNOWN);
    assertThat(warehouse.loads.find(load.id()).orElseThrow().surplus()).isEmpty();

    strangerLeaves(load.dock(), Direction.OUT);
    warehouse.tagSeen(load.dock().value(), shipment(second).parcel());
    assertThat(warehouse.loads.close(load.id(), ANNA))
        .isInstanceOfSatisfying(
            CloseOutcome.Incomplete.class,
            no -> {
              assertThat(no.load().missing()).isEmpty();
              assertThat(no.load().surplus()).extracting(Load.Extra::tag).containsExactly(STRANGER);
            });

    assertThat(warehouse.loads.takenOff(load.id(), STRANGER, ANNA, "belongs to the carrier"))
        .isTrue();
    assertThat(warehouse.loads.close(load.id(), ANNA)).isInstanceOf(CloseOutcome.Left.class);
    assertThat(warehouse.find(second).milestone()).isEqualTo(Milestone.SHIPPED);
  }

  private static final String STRANGER = "E28011700000020F4A5B6C7D";

  private void strangerLeaves(LocationId dock, Direction way) {
    var now = warehouse.clock.instant();
    spring
        .getBean(Sightings.class)
        .record(
            new TagSighting(
                dock + "-portal",
                dock,
                "shipping",
                new Epc(STRANGER),
                now,
                now,
                9,
                OptionalDouble.empty(),
                way));
    warehouse.settle();
  }

  @Test
  void aParcelWithADeadTagCountsByItsScannedNumberOnly() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId first = order();
    OrderId second = order();
    Load load = halfLoaded(first, second);
    Sscc dead = shipment(second).parcel();

    assertThat(warehouse.loads.scanned(load.id(), ANNA, "(00)" + PALLET))
        .isInstanceOf(LoadOutcome.WrongCode.class);
    assertThat(warehouse.loads.scanned(load.id(), ANNA, "(00)" + dead))
        .isEqualTo(new LoadOutcome.Left(dead));
    assertThat(warehouse.loads.scanned(load.id(), ANNA, "(00)" + dead))
        .isEqualTo(new LoadOutcome.Left(dead));
    assertThat(warehouse.loads.close(load.id(), ANNA)).isInstanceOf(CloseOutcome.Left.class);
    assertThat(warehouse.loads.close(new LoadId(999), ANNA))
        .isInstanceOf(CloseOutcome.NoSuchLoad.class);
  }

  @Test
  void whileATruckIsCheckedNothingMoreIsBroughtToItsDock() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId first = order();
    OrderId second = order();
    Load load = halfLoaded(first, second);
    int before = load.parcels().size();
    warehouse.loads.close(load.id(), ANNA);
    warehouse.tagSeen(load.dock().value(), shipment(second).parcel());
    OrderId third = warehouse.order(BOLTS, 1);
    for (int i = 0; i < 20; i++) {
      warehouse.crew().vehicleStep();
      warehouse.crew().workAt("PICK-1", ANNA);
      warehouse.crew().workAt("PICK-2", ANNA);
    }
    assertThat(warehouse.loads.find(load.id()).orElseThrow().parcels()).hasSize(before);
    assertThat(shipment(third).dock()).isNotEqualTo(java.util.Optional.of(load.dock()));
    assertThat(warehouse.loads.goOnLoading(load.id(), ANNA)).isTrue();
  }
}
