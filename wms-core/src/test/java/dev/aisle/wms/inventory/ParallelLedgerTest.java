package dev.aisle.wms.inventory;

import static dev.aisle.wms.testing.Goods.BOLTS;
import static dev.aisle.wms.testing.Goods.BOLTS_KEY;
import static dev.aisle.wms.testing.Goods.D1;
import static dev.aisle.wms.testing.Goods.S1;
import static dev.aisle.wms.testing.Goods.SHOP;
import static dev.aisle.wms.testing.Goods.SUPPLIER;
import static dev.aisle.wms.testing.Goods.because;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.testing.Goods;
import dev.aisle.wms.testing.WmsTest;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WmsTest
class ParallelLedgerTest {
  private static final int THREADS = 20;

  @Autowired Goods goods;
  @Autowired Ledger ledger;
  @Autowired Units units;
  @Autowired InventoryInvariants invariants;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void floor() {
    goods.floor();
  }

  @AfterEach
  void everyInvariantHolds() {
    assertThat(invariants.check()).isEmpty();
  }

  /** Runs the acts at the same moment, one thread each, and returns what each returned. */
  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    var start = new CyclicBarrier(acts.size());
    try (var threads = Executors.newFixedThreadPool(acts.size())) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> act : acts) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return act.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  void twiceTheDemandInParallelReservesWhatIsThereAndNotOneMore() throws Exception {
    Sscc pallet = goods.palletAt(D1, 10L * THREADS / 2);
    List<Callable<ReservationOutcome>> demands = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String demand = "SO-" + i + "/1";
      demands.add(() -> ledger.reserve(demand, pallet, BOLTS_KEY, Quantity.of(10)));
    }
    List<ReservationOutcome> outcomes = atOnce(demands);
    assertThat(outcomes)
        .filteredOn(ReservationOutcome.Reserved.class::isInstance)
        .hasSize(THREADS / 2);
    Balance balance = ledger.balances(BalanceQuery.in(pallet)).getFirst();
    assertThat(balance.reserved()).isEqualTo(balance.onHand()).isEqualTo(10L * THREADS / 2);
  }

  @Test
  void theSameReceiptFromTwentyThreadsIsPostedOnce() throws Exception {
    Sscc pallet = units.announce(units.nextSscc(), UnitType.PALLET, Optional.empty()).sscc();
    List<Callable<PostingOutcome>> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      acts.add(
          () ->
              ledger.post(
                  new Movement(
                      "receipt:one",
                      Account.supplier(SUPPLIER),
                      Account.unit(pallet),
                      BOLTS_KEY,
                      Quantity.of(40),
                      because("receipt"))));
    }
    List<PostingOutcome> outcomes = atOnce(acts);
    assertThat(outcomes)
        .extracting(PostingOutcome::orThrow)
        .containsOnly(outcomes.get(0).orThrow());
    assertThat(outcomes)
        .filteredOn(
            outcome -> outcome instanceof PostingOutcome.Posted posted && !posted.repeated())
        .hasSize(1);
    assertThat(ledger.balances(BalanceQuery.in(pallet)).getFirst().onHand()).isEqualTo(40);
  }

  @Test
  void manyUnitsRacingForOneSlotGiveItToOne() throws Exception {
    List<Callable<MoveOutcome>> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Sscc pallet = goods.palletAt(D1, 1);
      acts.add(() -> ledger.reserveMove(pallet, S1, "put-away"));
    }
    assertThat(atOnce(acts)).filteredOn(MoveOutcome.Reserved.class::isInstance).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void goodsMovedCrisscrossInParallelNeverDeadlockAndAreNeverLost(long seed) throws Exception {
    List<Sscc> pallets = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pallets.add(goods.palletAt(D1, 100));
    }
    List<Callable<Integer>> workers = new ArrayList<>();
    for (int worker = 0; worker < 8; worker++) {
      int number = worker;
      workers.add(() -> moveAtRandom(pallets, new Random(seed * 100 + number), number));
    }
    assertThat(atOnce(workers)).allMatch(moved -> moved > 0);
    assertThat(ledger.balances(BalanceQuery.of(BOLTS)).stream().mapToLong(Balance::onHand).sum())
        .isEqualTo(500);
    assertThat(replayed()).isEqualTo(stored());
  }

  private int moveAtRandom(List<Sscc> pallets, Random random, int worker) {
    int moved = 0;
    for (int i = 0; i < 25; i++) {
      Sscc from = pallets.get(random.nextInt(pallets.size()));
      Sscc to = pallets.get(random.nextInt(pallets.size()));
      Quantity quantity = Quantity.of(1 + random.nextInt(20));
      String key = "shift:" + worker + ":" + i;
      if (from.equals(to)) {
        continue;
      }
      if (random.nextBoolean()) {
        var movement =
            new Movement(
                key, Account.unit(from), Account.unit(to), BOLTS_KEY, quantity, because("shift"));
        moved += ledger.post(movement) instanceof PostingOutcome.Posted ? 1 : 0;
      } else if (ledger.reserve(key, from, BOLTS_KEY, quantity)
          instanceof ReservationOutcome.Reserved reserved) {
        ReservationId id = reserved.reservation().id();
        ledger.consume(id, quantity, Account.unit(to), key, because("pick")).orThrow();
        moved++;
      }
    }
    return moved;
  }

  @Test
  void theLedgerReplayedFromItsLinesGivesTheBalances() {
    Sscc pallet = goods.palletAt(D1, 40);
    goods.palletAt(D1, 7);
    ledger.depart(pallet, SHOP, "ship:1", because("shipped"));
    assertThat(replayed()).isEqualTo(stored()).hasSize(4);
  }

  private static final String KEY =
      "concat_ws('|', account_kind, account_id, item, lot_code, lot_expiry, owner, status)";

  private List<String> replayed() {
    return jdbc.sql(
            "select "
                + KEY
                + " || '=' || sum(quantity) from ledger_line group by "
                + KEY
                + " order by 1")
        .query(String.class)
        .list();
  }

  private List<String> stored() {
    return jdbc.sql("select " + KEY + " || '=' || on_hand from balance order by 1")
        .query(String.class)
        .list();
  }
}
