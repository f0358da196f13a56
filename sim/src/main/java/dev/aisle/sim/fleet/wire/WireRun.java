package dev.aisle.sim.fleet.wire;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.sim.fleet.FleetWork;
import dev.aisle.sim.fleet.LoadGround;
import dev.aisle.sim.fleet.TransportFeed;
import dev.aisle.sim.fleet.control.JournaledDispatcher;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetFloor.Member;
import dev.aisle.sim.vehicle.VehicleLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A fleet on a real broker in real time: vehicles, the dispatcher in its loop as the program runs
 * it, and an ear beside them.
 */
public final class WireRun {
  private static final int INBOX = 20_000;
  private static final int AT_ONCE = 2_000;
  private static final long BEAT_MS = 100;
  private static final long FEED_MS = 1_000;
  private static final Clock CLOCK = Clock.systemUTC();

  private final FleetFloor floor;
  private final Surroundings around;
  private final JournaledDispatcher dispatcher;
  private final BlockingQueue<DispatchInput> inbox = new ArrayBlockingQueue<>(INBOX);
  private final List<Duration> steps = new ArrayList<>();
  private final List<Duration> keeping = new ArrayList<>();
  private long dropped;

  /** Not running yet. */
  public WireRun(FleetFloor floor, Surroundings around) {
    this.floor = floor;
    this.around = around;
    dispatcher =
        new JournaledDispatcher(
            floor,
            journal -> {
              long from = System.nanoTime();
              around.keep(journal);
              keeping.add(Duration.ofNanos(System.nanoTime() - from));
            });
  }

  /**
   * Runs for a time, and on until all that was asked for has ended.
   *
   * @param warmUp before anything is measured
   */
  public WireOutcome run(
      Duration warmUp, Duration asking, Duration atMost, long seed, Consumer<String> progress)
      throws InterruptedException {
    Instant start = CLOCK.instant();
    LoadGround ground = new LoadGround(floor.chargers());
    FleetWork work = FleetWork.askedDuring(asking, floor.members().size(), atMost);
    TransportFeed feed = new TransportFeed(floor, ground, work, start, new SplittableRandom(seed));
    List<VehicleProfile> profiles =
        floor.members().stream().map(one -> VehicleProfile.of(one.vehicle().address())).toList();
    try (WiredVehicles vehicles =
            new WiredVehicles(
                floor.members().stream().map(Member::vehicle).toList(),
                ground,
                spec -> new VehicleLink(spec, around.vehicle(spec.id().value()), CLOCK),
                CLOCK);
        ReleaseEar ear = new ReleaseEar(around.listener(), floor.map(), CLOCK);
        Vda5050Gateway gateway = new Vda5050Gateway(around.dispatcher(), profiles, CLOCK)) {
      gateway.onReport(this::hear);
      ear.open();
      gateway.open();
      vehicles.open();
      loop(gateway, feed, ground, ear, start, warmUp, atMost, progress);
      return new WireOutcome(
          ear.latencies(),
          nanos(steps),
          nanos(keeping),
          ear.states(),
          ear.messages(),
          dropped,
          feed.asked(),
          feed.by(),
          feed.wrongs(),
          feed.open().stream().map(Object::toString).toList(),
          vehicles.touches());
    }
  }

  private static List<Long> nanos(List<Duration> times) {
    return times.stream().map(Duration::toNanos).toList();
  }

  private void hear(VehicleReport report) {
    if (!(report instanceof VehicleReport.Visualization)
        && !inbox.offer(new DispatchInput.Report(report))) {
      dropped++;
    }
  }

  private void loop(
      Vda5050Gateway gateway,
      TransportFeed feed,
      LoadGround ground,
      ReleaseEar ear,
      Instant start,
      Duration warmUp,
      Duration atMost,
      Consumer<String> progress)
      throws InterruptedException {
    List<DispatchInput> batch = new ArrayList<>();
    Instant feedAt = start;
    Instant tellAt = start.plus(warmUp);
    boolean counting = false;
    for (Instant now = start; now.isBefore(start.plus(atMost)); now = CLOCK.instant()) {
      if (!counting && !now.isBefore(start.plus(warmUp))) {
        counting = true;
        steps.clear();
        keeping.clear();
        ear.count();
      }
      if (!now.isBefore(feedAt)) {
        feedAt = now.plusMillis(FEED_MS);
        synchronized (ground) {
          feed.due(now).forEach(request -> inbox.add(new DispatchInput.Submit(request)));
          if (feed.isDone()) {
            return;
          }
        }
      }
      if (!now.isBefore(tellAt)) {
        tellAt = now.plusSeconds(10);
        progress.accept(
            "%d s: %d of %d transports done"
                .formatted(
                    Duration.between(start, now).toSeconds(),
                    feed.asked() - feed.open().size(),
                    feed.asked()));
      }
      batch.clear();
      DispatchInput one = inbox.poll(BEAT_MS, TimeUnit.MILLISECONDS);
      if (one != null) {
        batch.add(one);
        inbox.drainTo(batch, AT_ONCE);
      }
      step(gateway, feed, ground, List.copyOf(batch));
    }
  }

  private void step(
      Vda5050Gateway gateway, TransportFeed feed, LoadGround ground, List<DispatchInput> batch) {
    long from = System.nanoTime();
    int kept = keeping.size();
    List<DispatchOutput> outputs = dispatcher.step(CLOCK.instant(), batch);
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    steps.add(keeping.size() > kept ? took.minus(keeping.getLast()) : took);
    for (DispatchOutput output : outputs) {
      switch (output) {
        case DispatchOutput.SendOrder sent -> gateway.send(sent.order());
        case DispatchOutput.SendAction sent -> gateway.send(sent.action());
        case DispatchOutput.SendZones sent -> gateway.send(sent.vehicle(), sent.set());
        case DispatchOutput.Answer sent -> gateway.send(sent.vehicle(), sent.responses());
        case DispatchOutput.MoveDoor move -> {} // these floors have no doors
        case DispatchOutput.MoveLift move -> {} // nor lifts
        case DispatchOutput.TellStation tell -> {} // these floors have no doors
        case DispatchOutput.Happened happened -> {
          synchronized (ground) {
            feed.heard(happened.event());
          }
        }
      }
    }
  }
}
