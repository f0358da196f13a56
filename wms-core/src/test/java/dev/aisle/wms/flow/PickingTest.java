package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.BORIS;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.inventory.LineQuery;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.testing.Crew;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.unit.UnitState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PickingTest extends FlowStory {

  private Task taskOfTheOnlyStation() {
    return warehouse.openTask(TaskKind.PICK);
  }

  private String positionOf(dev.aisle.wms.shared.Sscc unit) {
    return warehouse.placeOf(unit).orElseThrow();
  }

  @Test
  void onePalletBroughtOnceServesSeveralOrders() {
    warehouse.stored(PALLET, 40, BOLTS);
    List<OrderId> orders =
        List.of(warehouse.order(BOLTS, 3), warehouse.order(BOLTS, 4), warehouse.order(BOLTS, 5));

    warehouse.crew().workUntilQuiet();

    assertThat(orders)
        .allSatisfy(
            order -> assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED));
    assertThat(warehouse.transports.of(PALLET))
        .extracting(Transport::purpose)
        .containsExactly("put-away", "pick", "return");
  }

  @Test
  void aShortPickIsFilledFromAnotherPalletAndTheDifferenceIsBooked() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.stored(PALLET_2, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 8);
    Crew crew = warehouse.crew().vehiclesFinish();

    PickOutcome outcome =
        warehouse.outbound.shortPick(taskOfTheOnlyStation().id(), ANNA, Quantity.of(5), "missing");

    assertThat(outcome).isInstanceOf(PickOutcome.PickedShort.class);
    var picked = (PickOutcome.PickedShort) outcome;
    assertThat(picked.difference()).isEqualTo(Quantity.of(3));
    assertThat(picked.refilled()).isTrue();
    assertThat(warehouse.stock(BOLTS)).isEqualTo(17);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.COUNT_NEEDED);

    crew.workUntilQuiet();
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.find(order).lines().getFirst().shipped()).isEqualTo(8);
    assertThat(warehouse.stock(BOLTS)).isEqualTo(9);
  }

  @Test
  void aShortPickWithoutOtherStockWaitsAndGoesOnWhenStockArrives() {
    warehouse.stored(PALLET, 8, BOLTS);
    OrderId order = warehouse.order(BOLTS, 8);
    Crew crew = warehouse.crew().vehiclesFinish();

    warehouse.outbound.shortPick(taskOfTheOnlyStation().id(), ANNA, Quantity.of(5), "missing");
    crew.workUntilQuiet();

    assertThat(warehouse.find(order).status()).isEqualTo(OrderStatus.BACK_ORDERED);
    assertThat(warehouse.find(order).lines().getFirst().picked()).isEqualTo(5);
    assertThat(warehouse.units.require(PALLET).state()).isEqualTo(UnitState.VOID);

    warehouse.stored(PALLET_2, 10, BOLTS);
    crew.workUntilQuiet();
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.find(order).lines().getFirst().shipped()).isEqualTo(8);
  }

  @Test
  void damagedGoodsFoundAtThePickGoToScrap() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();

    warehouse.outbound.shortPick(taskOfTheOnlyStation().id(), ANNA, Quantity.ZERO, "damaged");

    assertThat(warehouse.ledger.lines(LineQuery.newest(10)))
        .anySatisfy(
            line -> {
              assertThat(line.account().kind().name()).isEqualTo("SCRAP");
              assertThat(line.quantity()).isEqualTo(4);
            });
    warehouse.settle();
  }

  @Test
  void theWrongUnitAtAPositionHoldsThePicksUntilTheRightOneIsSeen() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.stored(PALLET_2, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    Crew crew = warehouse.crew().withDeadTagHeads().vehiclesFinish();
    Task task = taskOfTheOnlyStation();
    String position = positionOf(PALLET);

    warehouse.tagSeen(position, PALLET_2);

    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.WRONG_UNIT);
    assertThat(warehouse.tasks.next(task.station(), "anna")).isEmpty();
    assertThat(warehouse.outbound.confirmPick(task.id(), ANNA, Quantity.of(4), Optional.empty()))
        .isEqualTo(new PickOutcome.Held(new LocationId(position), PALLET));

    warehouse.tagSeen(position, PALLET);

    assertThat(warehouse.openDeviations()).isEmpty();
    crew.workUntilQuiet();
    assertThat(warehouse.stock(BOLTS)).isEqualTo(16);
  }

  @Test
  void withADeadTagHeadTheOperatorScansTheUnit() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().withDeadTagHeads().vehiclesFinish();
    Task task = taskOfTheOnlyStation();
    LocationId position = new LocationId(positionOf(PALLET));

    assertThat(warehouse.outbound.confirmPick(task.id(), ANNA, Quantity.of(4), Optional.empty()))
        .isEqualTo(new PickOutcome.UnitNotConfirmed(position, PALLET));
    assertThat(
            warehouse.outbound.confirmPick(
                task.id(), ANNA, Quantity.of(4), Optional.of(PALLET_2.digits())))
        .isEqualTo(new PickOutcome.WrongCode(PALLET_2.digits(), PALLET.digits()));
    assertThat(
            warehouse.outbound.confirmPick(
                task.id(), ANNA, Quantity.of(4), Optional.of("(00)" + PALLET)))
        .isInstanceOf(PickOutcome.Picked.class);
  }

  @Test
  void aLateReportOfTheUnitThatStoodThereBeforeHoldsNothing() {
    warehouse.stored(PALLET, 4, BOLTS);
    warehouse.stored(PALLET_2, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().workUntilQuiet();
    warehouse.order(BOLTS, 4);
    warehouse.settle();
    UnitAtPosition coming = warehouse.outbound.positions().getFirst();
    warehouse.clock.set(warehouse.clock.instant().minus(Duration.ofSeconds(30)));

    warehouse.tagSeen(coming.position().value(), PALLET);

    assertThat(warehouse.outbound.positions()).allMatch(there -> !there.held());
  }

  @Test
  void theSecondStationToConfirmATaskIsToldWhoDidItAndWhen() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();
    Task task = taskOfTheOnlyStation();

    warehouse.at("10:15:00");
    warehouse.outbound.confirmPick(task.id(), ANNA, Quantity.of(4), Optional.empty());
    warehouse.at("10:15:09");

    assertThat(warehouse.outbound.confirmPick(task.id(), BORIS, Quantity.of(4), Optional.empty()))
        .isEqualTo(
            new PickOutcome.AlreadyDone(
                task.id(), "anna", java.time.Instant.parse("2026-11-02T10:15:00Z")));
    assertThat(warehouse.stock(BOLTS)).isEqualTo(10);
  }

  @Test
  void ofTwoWhoConfirmAtTheSameMomentOneIsToldOfTheOther() throws Exception {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();
    TaskId task = taskOfTheOnlyStation().id();

    List<Callable<PickOutcome>> both =
        List.of(
            () -> warehouse.outbound.confirmPick(task, ANNA, Quantity.of(4), Optional.empty()),
            () -> warehouse.outbound.confirmPick(task, BORIS, Quantity.of(4), Optional.empty()));
    List<PickOutcome> outcomes = new ArrayList<>();
    try (var people = Executors.newFixedThreadPool(2)) {
      for (Future<PickOutcome> outcome : people.invokeAll(both)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).hasAtLeastOneElementOfType(PickOutcome.Picked.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(PickOutcome.AlreadyDone.class);
  }

  @Test
  void aClaimedTaskIsOfferedToNobodyElseUntilItsLeaseEnds() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();
    String station = taskOfTheOnlyStation().station();

    Task claimed = warehouse.tasks.next(station, "anna").orElseThrow();
    assertThat(warehouse.tasks.next(station, "anna")).map(Task::id).contains(claimed.id());
    assertThat(warehouse.tasks.next(station, "boris")).isEmpty();
    assertThat(
            warehouse.outbound.confirmPick(claimed.id(), BORIS, Quantity.of(4), Optional.empty()))
        .isInstanceOf(PickOutcome.InOtherHands.class);

    warehouse.clock.pass(Duration.ofMinutes(3));
    assertThat(warehouse.tasks.next(station, "boris")).map(Task::id).contains(claimed.id());
  }

  @Test
  void lessThanWantedIsNoPickAndAnUnknownCodeIsRefused() {
    warehouse.stored(PALLET, 10, BOLTS);
    warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();
    Task task = taskOfTheOnlyStation();

    assertThat(warehouse.outbound.confirmPick(task.id(), ANNA, Quantity.of(3), Optional.empty()))
        .isEqualTo(new PickOutcome.QuantityDiffers(Quantity.of(4), Quantity.of(3)));
    assertThat(warehouse.outbound.confirmPick(task.id(), ANNA, Quantity.of(4), Optional.of("4711")))
        .isInstanceOf(PickOutcome.WrongCode.class);
    String gtin = warehouse.item(BOLTS).gtin().digits();
    assertThat(
            warehouse.outbound.confirmPick(
                task.id(), ANNA, Quantity.of(4), Optional.of("01" + gtin)))
        .isInstanceOf(PickOutcome.Picked.class);
  }

  @Test
  void packingGivesNumberLabelAndTagAndOnlyWhenThePackOutIsFree() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 4);
    warehouse.crew().vehiclesFinish();
    warehouse.outbound.confirmPick(
        taskOfTheOnlyStation().id(), ANNA, Quantity.of(4), Optional.empty());
    Task pack = warehouse.openTask(TaskKind.PACK);
    assertThat(warehouse.outbound.packWork(pack.id()).orElseThrow().weightG()).isEqualTo(1000);

    var packed = (PackOutcome.Packed) warehouse.outbound.pack(pack.id(), ANNA);
    warehouse.settle();

    Parcel parcel = packed.parcel();
    Label label = warehouse.outbound.label(parcel.sscc()).orElseThrow();
    assertThat(label.tag().asSscc()).contains(parcel.sscc());
    assertThat(label.zpl())
        .startsWith("^XA")
        .contains("^FD>;>800" + parcel.sscc())
        .contains("Shop _5Eone 一号店")
        .contains(order.value())
        .contains(label.tag().hex());
    assertThat(warehouse.units.byTag(label.tag())).map(u -> u.sscc()).contains(parcel.sscc());
    assertThat(warehouse.units.require(parcel.sscc()).state()).isEqualTo(UnitState.CLOSED);
    assertThat(warehouse.placeOf(parcel.sscc())).get().asString().startsWith("K");
    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.PICKED);
    assertThat(warehouse.outbound.pack(pack.id(), BORIS))
        .isEqualTo(new PackOutcome.AlreadyDone(pack.id(), "anna", warehouse.clock.instant()));
  }

  @Test
  void anEmptiedPalletIsTakenAwayAndItsPositionIsFree() {
    warehouse.stored(PALLET, 4, BOLTS);
    warehouse.order(BOLTS, 4);

    warehouse.crew().workUntilQuiet();

    assertThat(warehouse.units.require(PALLET).state()).isEqualTo(UnitState.VOID);
    assertThat(warehouse.outbound.positions()).isEmpty();
    assertThat(warehouse.stock(BOLTS)).isZero();
  }
}
