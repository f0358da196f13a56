package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.MILK;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.outbox.Outbox;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.testing.Crew;
import dev.aisle.wms.transport.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatTest extends FlowStory {

  private String everythingThatCounts() {
    return warehouse
        .database()
        .sql(
            """
            select (select string_agg(b::text, ';' order by id) from balance b)
              || (select string_agg(u::text, ';' order by sscc) from handling_unit u)
              || (select count(*) from ledger_posting) || ' ' || (select count(*) from transport)
              || ' ' || (select count(*) from task) || ' ' || (select count(*) from unit_move)
              || ' ' || (select count(*) from deviation) || ' ' || (select count(*) from shipment)
              || (select string_agg(o::text, ';' order by id) from customer_order o)
              || (select string_agg(t::text, ';' order by id) from task t)
            """)
        .query(String.class)
        .single();
  }

  @Test
  void everyEventToldAgainAtTheEndChangesNothing() {
    try (var echo = new Echo(spring)) {
      warehouse.stored(PALLET, 4, BOLTS);
      warehouse.stored(PALLET_2, 20, MILK);
      warehouse.order(new OrderDraft.Line("BOLTS", 4), new OrderDraft.Line("MILK", 5));
      warehouse.crew().workUntilQuiet();
      String before = everythingThatCounts();
      assertThat(echo.heard()).isGreaterThan(30);

      echo.repeat();
      warehouse.settle();

      assertThat(everythingThatCounts()).isEqualTo(before);
    }
  }

  @Test
  void everyEventToldTwiceAsItHappensShipsTheOrderOnce() {
    try (var echo = new Echo(spring)) {
      warehouse.stored(PALLET, 40, BOLTS);
      echo.repeat();
      OrderId order = warehouse.order(BOLTS, 15);
      Crew crew = warehouse.crew();
      boolean busy = true;
      while (busy) {
        busy = crew.vehicleStep();
        echo.repeat();
        warehouse.settle();
        for (String station : new String[] {"PICK-1", "PICK-2", "SHIP-1", "SHIP-2"}) {
          busy |= crew.workAt(station, ANNA);
          echo.repeat();
          warehouse.settle();
        }
        busy |= !busy && crew.completeLoadsLeave();
        echo.repeat();
        warehouse.settle();
      }

      assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
      assertThat(warehouse.stock(BOLTS)).isEqualTo(25);
      assertThat(warehouse.transports.of(PALLET))
          .extracting(Transport::purpose)
          .containsExactly("put-away", "pick", "return");
      assertThat(warehouse.openDeviations()).isEmpty();
    }
  }

  @Test
  void aListenerThatWasKilledIsCalledAgainAndThePalletIsStored() {
    warehouse.expecting(PALLET, 40, BOLTS);
    var database = warehouse.database();
    Outbox outbox = spring.getBean(Outbox.class);
    database.sql("alter table put_away_decision rename to out_of_reach").update();
    try {
      warehouse.clock.pass(Duration.ofSeconds(1));
      warehouse.tagSeenAndNotAwaited("D1", PALLET);
      await().atMost(Duration.ofSeconds(20)).until(() -> outbox.failed() == 1);
      assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
      assertThat(warehouse.transports.open()).isEmpty();
    } finally {
      database.sql("alter table out_of_reach rename to put_away_decision").update();
    }

    warehouse.clock.pass(Duration.ofMinutes(2));
    await().atMost(Duration.ofSeconds(20)).until(() -> outbox.waiting() == 0);

    warehouse.crew().vehiclesFinish();
    assertThat(warehouse.placeOf(PALLET)).contains("S-01-01");
    assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
  }
}
