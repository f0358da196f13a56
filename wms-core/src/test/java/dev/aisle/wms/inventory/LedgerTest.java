package dev.aisle.wms.inventory;

import static dev.aisle.wms.testing.Goods.AGV;
import static dev.aisle.wms.testing.Goods.BOLTS;
import static dev.aisle.wms.testing.Goods.BOLTS_KEY;
import static dev.aisle.wms.testing.Goods.D1;
import static dev.aisle.wms.testing.Goods.MILK;
import static dev.aisle.wms.testing.Goods.OWNER;
import static dev.aisle.wms.testing.Goods.S1;
import static dev.aisle.wms.testing.Goods.S2;
import static dev.aisle.wms.testing.Goods.SHOP;
import static dev.aisle.wms.testing.Goods.SUPPLIER;
import static dev.aisle.wms.testing.Goods.X1;
import static dev.aisle.wms.testing.Goods.because;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.testing.Goods;
import dev.aisle.wms.testing.WmsTest;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WmsTest
class LedgerTest {
  @Autowired Goods goods;
  @Autowired Ledger ledger;
  @Autowired Units units;
  @Autowired InventoryInvariants invariants;
  @Autowired StockViews views;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void floor() {
    goods.floor();
  }

  @AfterEach
  void everyInvariantHolds() {
    assertThat(invariants.check()).isEmpty();
  }

  private static Movement receipt(String key, Sscc unit, long quantity) {
    return new Movement(
        key,
        Account.supplier(SUPPLIER),
        Account.unit(unit),
        BOLTS_KEY,
        Quantity.of(quantity),
        because("receipt"));
  }

  private Balance only(Sscc unit) {
    return ledger.balances(BalanceQuery.in(unit)).getFirst();
  }

  @Test
  void aMovementTakesFromOneAccountWhatItGivesToAnother() {
    Sscc pallet = goods.palletAt(D1, 40);
    assertThat(only(pallet).onHand()).isEqualTo(40);
    assertThat(only(pallet).place()).contains(D1);
    assertThat(ledger.lines(LineQuery.newest(10)))
        .extracting(LedgerLine::quantity)
        .containsExactly(40L, -40L);
  }

  @Test
  void theSameKeyPostedAgainHasOneEffect() {
    Sscc pallet = goods.palletAt(D1, 40);
    var again = ledger.post(receipt("receipt:" + pallet, pallet, 40));
    assertThat(again)
        .isInstanceOfSatisfying(
            PostingOutcome.Posted.class, posted -> assertThat(posted.repeated()).isTrue());
    assertThat(only(pallet).onHand()).isEqualTo(40);
  }

  @Test
  void theSameKeyForAnotherMovementIsAMistake() {
    Sscc pallet = goods.palletAt(D1, 40);
    assertThatThrownBy(() -> ledger.post(receipt("receipt:" + pallet, pallet, 41)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another movement");
  }

  @Test
  void moreThanIsThereIsRefusedAndNothingIsWritten() {
    Sscc pallet = goods.palletAt(D1, 40);
    var scrap =
        new Movement(
            "scrap",
            Account.unit(pallet),
            Account.scrap("broken"),
            BOLTS_KEY,
            Quantity.of(41),
            because("scrap"));
    assertThat(ledger.post(scrap))
        .isEqualTo(
            new PostingOutcome.Refused(
                new Shortage(
                    Account.unit(pallet), BOLTS_KEY, Quantity.of(41), Quantity.of(40), List.of())));
    assertThat(ledger.lines(LineQuery.newest(10))).hasSize(2);
  }

  @Test
  void whatIsReservedForOneIsRefusedToOthersAndTheyAreToldForWhom() {
    Sscc pallet = goods.palletAt(D1, 40);
    ledger.reserve("SO-1/1", pallet, BOLTS_KEY, Quantity.of(30));
    assertThat(ledger.reserve("SO-2/1", pallet, BOLTS_KEY, Quantity.of(11)))
        .isInstanceOfSatisfying(
            ReservationOutcome.Refused.class,
            refused -> {
              assertThat(refused.shortage().free()).isEqualTo(Quantity.of(10));
              assertThat(refused.shortage().heldBy())
                  .containsExactly(new Shortage.Holder("SO-1/1", Quantity.of(30)));
            });
  }

  @Test
  void aReservationIsConsumedInPartsAndTheRestGivenBack() {
    Sscc pallet = goods.palletAt(D1, 40);
    Sscc parcel = units.open(units.nextSscc(), UnitType.PARCEL).sscc();
    Reservation held = reserved(pallet, 30);
    ledger
        .consume(held.id(), Quantity.of(20), Account.unit(parcel), "pick:1", because("pick"))
        .orThrow();
    ledger
        .consume(held.id(), Quantity.of(20), Account.unit(parcel), "pick:1", because("pick"))
        .orThrow();
    assertThat(only(pallet).onHand()).isEqualTo(20);
    assertThat(only(pallet).reserved()).isEqualTo(10);
    ledger.reduce(held.id(), Quantity.of(4));
    assertThat(only(pallet).reserved()).isEqualTo(6);
    ledger.release(held.id());
    ledger.release(held.id());
    assertThat(only(pallet).reserved()).isZero();
    assertThat(ledger.reservationsFor("SO-1/1")).isEmpty();
    assertThat(only(parcel).onHand()).isEqualTo(20);
  }

  @Test
  void moreThanTheReservationHoldsIsNotConsumed() {
    Sscc pallet = goods.palletAt(D1, 40);
    Reservation held = reserved(pallet, 10);
    assertThatThrownBy(
            () ->
                ledger.consume(
                    held.id(), Quantity.of(11), Account.customer(SHOP), "pick:1", because("pick")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(only(pallet).onHand()).isEqualTo(40);
  }

  private Reservation reserved(Sscc pallet, long quantity) {
    return ((ReservationOutcome.Reserved)
            ledger.reserve("SO-1/1", pallet, BOLTS_KEY, Quantity.of(quantity)))
        .reservation();
  }

  @Test
  void balancesComeFirstExpiryFirstAndWithoutExpiryLast() {
    Sscc pallet = goods.palletAt(D1, 1);
    var late = Lot.of("B", LocalDate.of(2027, 3, 1));
    var early = Lot.of("C", LocalDate.of(2027, 1, 1));
    for (Lot lot : List.of(late, early, Lot.NONE)) {
      ledger
          .post(
              new Movement(
                  "in:" + lot.code(),
                  Account.supplier(SUPPLIER),
                  Account.unit(pallet),
                  StockKey.available(MILK, lot, OWNER),
                  Quantity.of(5),
                  because("receipt")))
          .orThrow();
    }
    assertThat(ledger.balances(BalanceQuery.of(MILK).allocatable()))
        .extracting(balance -> balance.key().lot())
        .containsExactly(early, late, Lot.NONE);
  }

  @Test
  void aSlotTakesOneUnitStoredOrPlanned() {
    Sscc first = goods.palletAt(D1, 1);
    Sscc second = goods.palletAt(D1, 1);
    MoveId move = ((MoveOutcome.Reserved) ledger.reserveMove(first, S1, "put-away")).move();
    assertThat(ledger.reserveMove(second, S1, "put-away"))
        .isEqualTo(new MoveOutcome.DestinationFull(S1));
    assertThat(ledger.reserveMove(first, S2, "put-away"))
        .isEqualTo(new MoveOutcome.AlreadyMoving(move));
    assertThat(ledger.withRoom(List.of(S1, S2))).containsExactly(S2);
    ledger.voidMove(move, Reason.of("changed-mind"));
    assertThat(ledger.reserveMove(second, S1, "put-away")).isInstanceOf(MoveOutcome.Reserved.class);
  }

  @Test
  void aUnitGoesOverTheVehicleToItsSlotAndEveryStepIsKept() {
    Sscc pallet = goods.palletAt(D1, 1);
    MoveId move = ((MoveOutcome.Reserved) ledger.reserveMove(pallet, S1, "put-away")).move();
    ledger.startMove(move, AGV, because("picked-up"));
    assertThat(units.require(pallet).place()).contains(AGV);
    assertThat(ledger.startMove(move, AGV, because("picked-up")))
        .isEqualTo(new MoveProgress.AlreadyDone(move, Move.State.STARTED));
    ledger.postMove(move, S1, because("delivered"));
    assertThat(ledger.postMove(move, S1, because("delivered")))
        .isEqualTo(new MoveProgress.AlreadyDone(move, Move.State.POSTED));
    assertThat(units.at(S1)).extracting(unit -> unit.sscc()).containsExactly(pallet);
    assertThat(ledger.steps(pallet))
        .extracting(step -> step.to().orElseThrow())
        .containsExactly(D1, AGV, S1);
    assertThat(ledger.hasRoom(S1)).isFalse();
    assertThat(ledger.hasRoom(D1)).isTrue();
  }

  @Test
  void aDepartureGivesTheContentsToTheCustomerOnce() {
    Sscc pallet = goods.palletAt(D1, 40);
    assertThat(ledger.depart(pallet, SHOP, "ship:1", because("shipped")))
        .isInstanceOf(DepartOutcome.Departed.class);
    assertThat(ledger.depart(pallet, SHOP, "ship:1", because("shipped")))
        .isEqualTo(new DepartOutcome.AlreadyGone(pallet));
    assertThat(units.require(pallet).state()).isEqualTo(UnitState.SHIPPED);
    assertThat(units.require(pallet).place()).isEmpty();
    assertThat(ledger.balances(BalanceQuery.of(BOLTS))).isEmpty();
    assertThatThrownBy(() -> ledger.post(receipt("late", pallet, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aUnitWithPromisedGoodsDoesNotDepart() {
    Sscc pallet = goods.palletAt(D1, 40);
    reserved(pallet, 1);
    assertThat(ledger.depart(pallet, SHOP, "ship:1", because("shipped")))
        .isInstanceOf(DepartOutcome.Refused.class);
    assertThat(units.require(pallet).place()).contains(D1);
  }

  @Test
  void onlyAnEmptyUnitIsRemoved() {
    Sscc full = goods.palletAt(D1, 40);
    assertThatThrownBy(() -> ledger.remove(full, because("emptied")))
        .isInstanceOf(IllegalStateException.class);
    Sscc empty = units.open(units.nextSscc(), UnitType.PALLET).sscc();
    ledger.place(empty, X1, because("found"));
    ledger.remove(empty, because("emptied"));
    ledger.remove(empty, because("emptied"));
    assertThat(units.require(empty).state()).isEqualTo(UnitState.VOID);
    assertThat(ledger.hasRoom(X1)).isTrue();
  }

  @Test
  void theDatabaseItselfRefusesWhatShouldNeverBe() {
    goods.palletAt(D1, 40);
    for (String sql :
        List.of(
            "update balance set reserved = 41 where account_kind = 'UNIT'",
            "update balance set on_hand = -1 where account_kind = 'UNIT'",
            "update ledger_line set quantity = quantity + 1",
            "delete from ledger_posting",
            "update unit_step set to_location = 'S-01-01'",
            "update handling_unit set state = 'SHIPPED'")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void peopleSeeStockByItemAndByPlace() {
    Sscc pallet = goods.palletAt(D1, 40);
    ledger.place(pallet, S2, because("moved"));
    goods.palletAt(D1, 2);
    assertThat(views.byItem(ListQuery.first(10)).items())
        .singleElement()
        .satisfies(
            stock -> {
              assertThat(stock.onHand()).isEqualTo(42);
              assertThat(stock.units()).isEqualTo(2);
            });
    var slots = views.byLocation(ListQuery.first(10).filtered("type", "SLOT"));
    assertThat(slots.total()).isEqualTo(2);
    assertThat(slots.items().get(0).unit()).isEmpty();
    assertThat(slots.items().get(1).content().orElseThrow().onHand()).isEqualTo(40);
  }
}
