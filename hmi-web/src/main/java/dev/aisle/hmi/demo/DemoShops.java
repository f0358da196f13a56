package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.OrderRow;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Confirms the shops' orders, oldest first, while the house can keep up. When all have been
 * confirmed, the shops order the same again.
 */
@Component
class DemoShops implements DemoStory.Part {
  private static final Logger LOG = LoggerFactory.getLogger(DemoShops.class);
  private static final Actor CLERK = new Actor("clerk");
  private static final int OPEN_AT_MOST = 16;

  /** Between two confirmations, in the world's time. */
  private static final Duration PAUSE = Duration.ofSeconds(6);

  private final Orders orders;
  private final DemoGoods goods;
  private final Clock clock;
  private Instant nextAt = Instant.MIN;

  DemoShops(Orders orders, DemoGoods goods, Clock clock) {
    this.orders = orders;
    this.goods = goods;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    Instant now = clock.instant();
    if (!goods.ready() || now.isBefore(nextAt) || orders.openOrders() >= OPEN_AT_MOST) {
      return;
    }
    nextAt = now.plusMillis((long) (PAUSE.toMillis() / world.speed()));
    oldest(Milestone.ENTERED)
        .ifPresentOrElse(
            order -> orders.confirm(order.id(), CLERK),
            () ->
                oldest(Milestone.FILED)
                    .flatMap(row -> orders.find(row.id()))
                    .ifPresent(this::again));
  }

  private Optional<OrderRow> oldest(Milestone milestone) {
    ListQuery query =
        new ListQuery(0, 1, Optional.of("enteredAt"), false, Optional.empty(), java.util.Map.of())
            .filtered("milestone", milestone.name())
            .filtered("status", milestone == Milestone.FILED ? "DONE" : "OPEN");
    return orders.list(query).items().stream().findFirst();
  }

  private void again(Order former) {
    List<OrderDraft.Line> lines =
        former.lines().stream()
            .map(line -> new OrderDraft.Line(line.item().value(), line.ordered()))
            .toList();
    EntryOutcome outcome =
        orders.enter(
            new OrderDraft(former.customer().value(), Optional.empty(), Optional.empty(), lines),
            CLERK);
    LOG.debug("the shop orders again: {}", outcome);
  }
}
