package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.aWarehouse;

import dev.aisle.wms.testing.Warehouse;
import dev.aisle.wms.testing.WmsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A warehouse to begin with, and every invariant checked at the end of each story. */
@WmsTest
abstract class FlowStory {
  @Autowired ApplicationContext spring;
  Warehouse warehouse;

  @BeforeEach
  void floor() {
    warehouse = aWarehouse(spring);
  }

  @AfterEach
  void everyInvariantHolds() {
    warehouse.settle();
    warehouse.everyInvariantHolds();
  }
}
