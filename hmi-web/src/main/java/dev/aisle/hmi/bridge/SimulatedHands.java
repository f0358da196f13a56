package dev.aisle.hmi.bridge;

import dev.aisle.hmi.bridge.fleet.LoadPutDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * On a simulated floor what a person says to have put down is put down: nobody else could do it,
 * and a vehicle that is sent for it later would find nothing. A floor of real devices has hands of
 * its own.
 */
@Component
class SimulatedHands {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedHands.class);

  private final Bridge bridge;

  SimulatedHands(Bridge bridge) {
    this.bridge = bridge;
  }

  @TransactionalEventListener(fallbackExecution = true)
  public void on(LoadPutDown put) {
    bridge
        .simulator()
        .filter(world -> !world.unitPut(put.unit(), put.node()))
        .ifPresent(world -> LOG.info("{} cannot be put to {}", put.unit(), put.node()));
  }
}
