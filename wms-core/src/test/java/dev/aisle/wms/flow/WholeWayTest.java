package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.MILK;
import static dev.aisle.wms.testing.Warehouse.TEA;
import static dev.aisle.wms.testing.Warehouse.aWarehouse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.testing.Warehouse;
import dev.aisle.wms.testing.WmsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WmsTest
class WholeWayTest {
  @Autowired ApplicationContext spring;
  Warehouse warehouse;

  @BeforeEach
  void floor() {
    warehouse = aWarehouse(spring);
  }

  @AfterEach
  void everyInvariantHolds() {
    warehouse.everyInvariantHolds();
  }

  @Test
  void aPalletBecomesAShippedOrderAndAllNineMilestonesAreReached() {
    warehouse.stored(Warehouse.PALLET, 40, BOLTS);
    OrderId order = warehouse.order(BOLTS, 15);

    warehouse.crew().workUntilQuiet();

    assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(warehouse.stock(BOLTS)).isEqualTo(25);
    assertThat(warehouse.placeOf(Warehouse.PALLET)).get().asString().startsWith("S-");
    for (Milestone next :
        List.of(Milestone.IN_TRANSIT, Milestone.ARRIVED, Milestone.SIGNED, Milestone.FILED)) {
      warehouse.orders.advance(order, next, ANNA);
    }
    assertThat(warehouse.find(order).status()).isEqualTo(OrderStatus.DONE);
    assertThat(warehouse.find(order).reached())
        .extracting(reached -> reached.milestone())
        .containsExactly(Milestone.values());
    assertThat(warehouse.find(order).lines().getFirst().shipped()).isEqualTo(15);
    assertThat(warehouse.openDeviations()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = 1)
  void thirtyOrdersOverAFullStoreAreAllShippedAndNothingIsLeftStanding(long seed) {
    var random = new Random(seed);
    List<ItemId> items = List.of(BOLTS, MILK, TEA);
    for (int i = 0; i < 8; i++) {
      warehouse.stored(Sscc.of(3, "9500000", 100 + i), 60, items.get(i % 3));
    }
    List<OrderId> orders = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      orders.add(
          warehouse.order(
              new OrderDraft.Line("BOLTS", 1 + random.nextInt(4)),
              new OrderDraft.Line(random.nextBoolean() ? "MILK" : "TEA", 1 + random.nextInt(3))));
    }

    warehouse.crew().workUntilQuiet();

    assertThat(orders)
        .allSatisfy(
            order -> assertThat(warehouse.find(order).milestone()).isEqualTo(Milestone.SHIPPED));
    assertThat(warehouse.outbound.positions()).isEmpty();
    assertThat(warehouse.storage.waiting()).isEmpty();
    assertThat(warehouse.openDeviations()).isEmpty();
  }
}
