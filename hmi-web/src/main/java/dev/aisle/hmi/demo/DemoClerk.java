package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.OrderRow;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Customer service of the demonstration: tells what the carrier and the shop report. */
@Component
class DemoClerk implements DemoStory.Part {
  private static final Actor CLERK = new Actor("clerk");
  private static final int AT_ONCE = 20;

  /** Between two rounds, in the world's time: a day's drive, told in short. */
  private static final Duration ROUND = Duration.ofSeconds(20);

  private final Orders orders;
  private final Clock clock;
  private Instant nextRound = Instant.MIN;

  DemoClerk(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    Instant now = clock.instant();
    if (now.isBefore(nextRound)) {
      return;
    }
    nextRound = now.plusMillis((long) (ROUND.toMillis() / world.speed()));
    // From the last milestone backwards, so that each order makes one step a round.
    for (int at = Milestone.SIGNED.step(); at >= Milestone.SHIPPED.step(); at--) {
      Milestone reached = Milestone.ofStep(at);
      ListQuery which = ListQuery.first(AT_ONCE).filtered("milestone", reached.name());
      for (OrderRow order : orders.list(which).items()) {
        reached.next().ifPresent(next -> orders.advance(order.id(), next, CLERK));
      }
    }
  }
}
