package dev.aisle.hmi.live.event;

import static dev.aisle.hmi.live.event.LiveTopic.ADVICES;
import static dev.aisle.hmi.live.event.LiveTopic.ALARMS;
import static dev.aisle.hmi.live.event.LiveTopic.ORDERS;
import static dev.aisle.hmi.live.event.LiveTopic.STOCK;
import static dev.aisle.hmi.live.event.LiveTopic.TASKS;
import static dev.aisle.hmi.live.event.LiveTopic.TRANSPORTS;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns the warehouse's events into notes for screens, once they are committed. A note that is lost
 * in a crash is no loss, so these listeners stay out of the outbox.
 */
@Component
class WarehouseChanges {

  private static final String WAREHOUSE = "dev.aisle.wms.";

  /** Capability to what screens show of it. */
  private static final Map<String, List<LiveTopic>> SHOWN_AS =
      Map.of(
          "order", List.of(ORDERS, STOCK),
          "outbound", List.of(ORDERS, TASKS, STOCK),
          "shipment", List.of(ORDERS, TASKS, STOCK),
          "inbound", List.of(ADVICES, TASKS, STOCK),
          "storage", List.of(STOCK),
          "inventory", List.of(STOCK),
          "transport", List.of(TRANSPORTS, STOCK),
          "task", List.of(TASKS, ALARMS),
          "capture", List.of(ADVICES, TASKS));

  private final LiveChanges changes;

  WarehouseChanges(LiveChanges changes) {
    this.changes = changes;
  }

  @EventListener
  public void happened(Object event) {
    String name = event.getClass().getName();
    if (!name.startsWith(WAREHOUSE)) {
      return;
    }
    String rest = name.substring(WAREHOUSE.length());
    LiveTopic[] topics =
        SHOWN_AS
            .getOrDefault(rest.substring(0, Math.max(0, rest.indexOf('.'))), List.of())
            .toArray(LiveTopic[]::new);
    if (topics.length == 0) {
      return;
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              changes.changed(topics);
            }
          });
    } else {
      changes.changed(topics);
    }
  }
}
