package dev.aisle.hmi.demo;

import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.Bridge;
import dev.aisle.sim.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Plays the demonstration on its own thread, one small act after the other. It keeps nothing of its
 * own: what is to do next follows from what the database and the floor say, so a restart goes on
 * where the story stood.
 */
@Component
class DemoStory implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
  private static final String DEMO_SITE = "demo-dc";
  private static final long BEAT_MS = 200;

  /** For what has been begun to end in order; an order of an import is booked in less. */
  private static final Duration LAST_ACT = Duration.ofSeconds(20);

  /** After everything on the floor was started. */
  private static final int PHASE = 100;

  private final Site site;
  private final RunOptions options;
  private final Bridge bridge;
  private final DemoGoods goods;
  private final DemoTrucks trucks;
  private final DemoShops shops;
  private final DemoHands hands;
  private final StationPeople people;
  private final DemoClerk clerk;
  private final DemoDispatch dispatch;
  private volatile @Nullable Thread thread;
  private CountDownLatch ended = new CountDownLatch(0);

  /** One part of the story. */
  interface Part {
    /**
     * Does what is due.
     *
     * @param world the simulated floor
     */
    void beat(Simulator world);
  }

  DemoStory(
      Site site,
      RunOptions options,
      Bridge bridge,
      DemoGoods goods,
      DemoTrucks trucks,
      DemoShops shops,
      DemoHands hands,
      StationPeople people,
      DemoClerk clerk,
      DemoDispatch dispatch) {
    this.site = site;
    this.options = options;
    this.bridge = bridge;
    this.goods = goods;
    this.trucks = trucks;
    this.shops = shops;
    this.hands = hands;
    this.people = people;
    this.clerk = clerk;
    this.dispatch = dispatch;
  }

  @Override
  public synchronized void start() {
    if (!site.id().equals(DEMO_SITE) || thread != null) {
      return;
    }
    List<Part> parts =
        options.operators() == RunOptions.Operators.AUTO
            ? List.of(goods, hands, trucks, shops, people, dispatch, clerk)
            : List.of(goods, hands, trucks);
    CountDownLatch end = new CountDownLatch(1);
    Thread started = new Thread(() -> play(parts, end), "demo-story");
    started.setDaemon(true);
    thread = started;
    ended = end;
    started.start();
  }

  private void play(List<Part> parts, CountDownLatch ended) {
    try {
      do {
        Optional<Simulator> world = bridge.simulator();
        if (world.isPresent()) {
          for (Part part : parts) {
            play(part, world.get(), ended);
          }
        }
      } while (!ended.await(BEAT_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.debug("the story was cut short");
    }
  }

  /** A part that fails is tried again at the next beat: the database may be away for a moment. */
  private static void play(Part part, Simulator world, CountDownLatch ended) {
    if (ended.getCount() == 0) {
      return;
    }
    try {
      part.beat(world);
    } catch (RuntimeException e) {
      if (ended.getCount() > 0) {
        LOG.warn("{}: {}", part.getClass().getSimpleName(), e.toString(), e);
      }
    }
  }

  @Override
  public synchronized void stop() {
    Thread playing = thread;
    thread = null;
    if (playing == null) {
      return;
    }
    ended.countDown();
    goods.stop();
    try {
      if (!playing.join(LAST_ACT)) {
        playing.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
