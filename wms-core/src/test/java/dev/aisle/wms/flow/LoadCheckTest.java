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
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.Traces;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goods equal papers before the truck leaves. */
class LoadCheckTest extends FlowStory {

  /**
   * @param load at the dock where the second order's parcel stands
   * @param second its parcel is staged, the one before has gone through a portal
   */
  private record HalfLoaded(Load load, OrderId second) {}

  /** Of so much stock two orders are packed; one has gone through the portal. */
  private HalfLoaded halfLoaded(int stock) {
    warehouse.stored(PALLET, stock, BOLTS);
    OrderId first = order();
    OrderId second = order();
    stage(first);
    Shipment one = shipment(first);
    warehouse.tagSeen(one.dock().orElseThrow().value(), one.parcel());
    stage(second);
    LocationId dock = shipment(second).dock().orElseThrow();
    return new HalfLoaded(warehouse.loads.openAt(dock).orElseThrow(), second);
  }

  private void everybodyWorks() {
    warehouse.crew().vehicleStep();
    warehouse.crew().workAt("PICK-1", ANNA);
    warehouse.crew().workAt("PICK-2", ANNA);
  }

  /** Vehicles and people work until the order's parcel stands at a dock. */
  private void stage(OrderId order) {
    for (int i = 0; i < 40 && state(order) != Shipment.State.STAGED; i++) {
      everybodyWorks();
    }
    assertThat(state(order)).isEqualTo(Shipment.State.STAGED);
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
    HalfLoaded half = halfLoaded(10);
    Load load = half.load();
    OrderId second = half.second();
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
    HalfLoaded half = halfLoaded(10);
    Load load = half.load();
    OrderId second = half.second();
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
    warehouse.stored(PALLET_2, 10, BOLTS);
    HalfLoaded half = halfLoaded(10);
    Load load = half.load();
    OrderId second = half.second();
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
    HalfLoaded half = halfLoaded(10);
    Load load = half.load();
    OrderId second = half.second();
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
  void aParcelOfAnotherTruckIsListedUntilItWasTakenOff() {
    Load load = halfLoaded(10).load();
    warehouse.tagSeen(load.dock().value(), PALLET);
    Load.Extra extra = warehouse.loads.find(load.id()).orElseThrow().surplus().getFirst();
    assertThat(extra.unit()).contains(PALLET);
    assertThat(extra.readPoint()).startsWith(load.dock().value());
    assertThat(open(DeviationKind.SHIPMENT_MISMATCH))
        .extracting(Deviation::subject)
        .containsExactly(PALLET.digits());
    String station = load.dock().value().replace("X", "SHIP-");
    assertThat(warehouse.tasks.next(station, "anna")).as("held").isEmpty();
    assertThat(warehouse.loads.takenOff(load.id(), "E200", ANNA, "")).isFalse();
    assertThat(warehouse.loads.takenOff(load.id(), extra.tag(), ANNA, "back inside")).isTrue();
    assertThat(warehouse.loads.takenOff(load.id(), extra.tag(), ANNA, "again")).isFalse();
    Load after = warehouse.loads.find(load.id()).orElseThrow();
    assertThat(after.surplus()).isEmpty();
    assertThat(open(DeviationKind.SHIPMENT_MISMATCH)).isEmpty();
    assertThat(warehouse.tasks.next(station, "anna")).as("loading goes on").isPresent();
    assertThat(after.extras().getFirst().settledBy()).contains("anna");
    assertThat(after.extras().getFirst().note()).contains("back inside");
  }

  @Test
  void aFullTruckTakesNoMoreParcelsAndSomebodyIsToldUntilItLeaves() {
    HalfLoaded half = halfLoaded(20);
    Load load = half.load();
    OrderId second = half.second();
    warehouse.tagSeen(load.dock().value(), shipment(second).parcel());
    closeOtherDock(load.dock());
    fill(load, Policies.DEFAULTS.parcelsPerTruck() - 1);
    OrderId last = order();
    stage(last);
    assertThat(open(DeviationKind.TRUCK_FULL))
        .singleElement()
        .satisfies(
            full -> {
              assertThat(full.subject()).isEqualTo(load.id().toString());
              assertThat(full.place()).contains(load.dock());
              assertThat(full.facts()).containsEntry("parcels", "40");
            });

    OrderId waits = order();
    warehouse.tagSeen(load.dock().value(), shipment(last).parcel());
    for (int i = 0; i < 10; i++) {
      everybodyWorks();
    }
    assertThat(state(waits)).isEqualTo(Shipment.State.PACKED);
    assertThat(warehouse.loads.close(load.id(), ANNA)).isInstanceOf(CloseOutcome.Left.class);
    assertThat(open(DeviationKind.TRUCK_FULL)).isEmpty();
    stage(waits);
  }

  private List<Deviation> open(DeviationKind kind) {
    return warehouse
        .deviations
        .list(ListQuery.first(10).filtered("kind", kind.name()).filtered("open", "true"))
        .items();
  }

  private void closeOtherDock(LocationId dock) {
    spring
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into load (dock, state, opened_at) values (?, 'CHECKING', now())
            on conflict (dock) where state <> 'LEFT' do update set state = 'CHECKING'
            """)
        .param(dock.value().equals("X1") ? "X2" : "X1")
        .update();
  }

  /** With parcels that have gone onto it before. */
  private void fill(Load load, int parcels) {
    int there = warehouse.loads.find(load.id()).orElseThrow().parcels().size();
    for (int i = there; i < parcels; i++) {
      spring
          .getBean(JdbcClient.class)
          .sql(
              """
              insert into shipment (parcel, order_id, state, dock, packed_at, not_before, left_at,
                load, loaded_by, load_pass)
              select :parcel, order_id, 'LEFT', dock, packed_at, not_before, left_at, load,
                loaded_by, load_pass
              from shipment where load = :load and state = 'LEFT' limit 1
              """)
          .param("parcel", Sscc.of(0, "9500000", 5_000 + i).digits())
          .param("load", load.id().value())
          .update();
    }
    assertThat(warehouse.loads.find(load.id()).orElseThrow().parcels()).hasSize(parcels);
  }

  @Test
  void whileATruckIsCheckedNothingMoreIsBroughtToItsDock() {
    HalfLoaded half = halfLoaded(10);
    Load load = half.load();
    OrderId second = half.second();
    int before = load.parcels().size();
    warehouse.loads.close(load.id(), ANNA);
    warehouse.tagSeen(load.dock().value(), shipment(second).parcel());
    OrderId third = warehouse.order(BOLTS, 1);
    for (int i = 0; i < 20; i++) {
      everybodyWorks();
    }
    assertThat(warehouse.loads.find(load.id()).orElseThrow().parcels()).hasSize(before);
    assertThat(shipment(third).dock()).isNotEqualTo(java.util.Optional.of(load.dock()));
    assertThat(warehouse.loads.goOnLoading(load.id(), ANNA)).isTrue();
  }
}
