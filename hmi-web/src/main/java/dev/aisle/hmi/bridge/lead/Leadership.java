package dev.aisle.hmi.bridge.lead;

import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.lead.LeadPort;
import dev.aisle.hmi.live.lead.LeadTaken;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the floor on this node while it holds the lease, and closes it when the lease is lost.
 *
 * <p>The leader renews once a second. A leader that cannot reach a database of its own any more
 * stays: nobody else can take the lease from a database that only it knows. With a database that
 * others share it closes the floor before the lease ends, for another node may reach it.
 */
@Component
public class Leadership implements SmartLifecycle, LeadPort {
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  /** Before the web server, so that the first page already has something to show. */
  public static final int PHASE = 0;

  /** A stand-by node leads at the latest this long, and one look, after the leader's last sign. */
  static final Duration VALIDITY = Duration.ofSeconds(6);

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final FloorLease lease;
  private final Lead lead;
  private final LedFloor floor;
  private final ApplicationEventPublisher events;
  private final boolean shared;
  private final String node;
  private final RunOptions options;
  private volatile String address;
  private volatile Optional<Rounds> rounds = Optional.empty();
  private volatile FloorLease.@Nullable Held leader;

  Leadership(
      FloorLease lease,
      Lead lead,
      LedFloor floor,
      ApplicationEventPublisher events,
      Site site,
      RunOptions options) {
    this.lease = lease;
    this.lead = lead;
    this.floor = floor;
    this.events = events;
    this.shared = site.database().isPresent();
    this.node = NodeName.of(options.dataDir());
    this.address = addressOf(options, options.port());
    this.options = options;
  }

  /** The floor is open when this returns, unless another node leads. */
  @Override
  public synchronized void start() {
    stand();
    Rounds looking = new Rounds("lead", LOOK, this::look);
    rounds = Optional.of(looking);
    looking.start();
  }

  @Override
  public void stop() {
    Optional<Rounds> ending = rounds;
    rounds = Optional.empty();
    ending.ifPresent(Rounds::close);
    synchronized (this) {
      boolean led = floor.isOpen();
      floor.close();
      lead.ends();
      if (led) {
        handOn();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return rounds.isPresent();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public View lead() {
    FloorLease.Held now = leader;
    if (floor.isOpen()) {
      return new View(node, true, node, address);
    }
    return now == null || !now.valid()
        ? new View(node, false, null, null)
        : new View(node, false, now.holder(), now.address());
  }

  private synchronized void look() {
    if (floor.isOpen()) {
      stay();
    } else {
      stand();
    }
  }

  private void stand() {
    long asked = System.nanoTime();
    Optional<Long> fence = lease.take(node, address, VALIDITY);
    if (fence.isEmpty()) {
      leader = lease.read().orElse(null);
      return;
    }
    LOG.info("Node {} leads the floor, number {}", node, fence.get());
    holdsSince(fence.get(), asked);
    events.publishEvent(new LeadTaken());
    floor.open();
  }

  private void stay() {
    long asked = System.nanoTime();
    long fence = lead.fence();
    try {
      if (lease.renew(fence, address, VALIDITY)) {
        holdsSince(fence, asked);
        return;
      }
    } catch (RuntimeException e) {
      LOG.warn("The lease is not renewed yet: {}", e.getMessage());
      if (lead.holds()) {
        return;
      }
    }
    LOG.warn("Node {} leads the floor no more; what vehicles were told they still do", node);
    lead.ends();
    floor.close();
  }

  /** Ends a little early, so that two never act at once. */
  private void holdsSince(long fence, long asked) {
    lead.holdsFor(fence, shared ? VALIDITY.minus(LOOK) : Duration.ofDays(365), asked);
  }

  /** The port is known by then, also where any free one was asked for. */
  @EventListener
  void reachable(WebServerInitializedEvent event) {
    address = addressOf(options, event.getWebServer().getPort());
  }

  private static String addressOf(RunOptions options, int port) {
    String host = options.address().equals("0.0.0.0") ? NodeName.machine() : options.address();
    return "http://%s:%d".formatted(host, port);
  }

  private void handOn() {
    try {
      lease.release(lead.fence());
    } catch (RuntimeException e) {
      LOG.info("The lease could not be given back, it ends by itself: {}", e.getMessage());
    }
  }
}
