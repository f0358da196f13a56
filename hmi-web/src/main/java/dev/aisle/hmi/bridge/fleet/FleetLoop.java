package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.Dispatcher;
import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.StepResult;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleGateway;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.lead.Lead;
import dev.aisle.hmi.bridge.lead.LeadLost;
import dev.aisle.hmi.bridge.passage.Machinery;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.lead.FloorElsewhere;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportRequested;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the dispatcher: one thread that takes what vehicles reported and what the core wants moved,
 * makes one step, stores the journal, and only then sends and tells.
 *
 * <p>Overflow of the input queue: a vehicle's report is dropped and counted, for the next one says
 * all again; a request waits, for it is stored in the core anyway and asked again after a restart.
 */
@Component
public class FleetLoop {
  private static final Logger LOG = LoggerFactory.getLogger(FleetLoop.class);
  private static final int BOUND = 20_000;
  private static final int AT_ONCE = 2_000;
  private static final long STEP_MS = 100;
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final long DATABASE_AWAY_MS = 500;

  private final BlockingQueue<DispatchInput> inputs = new ArrayBlockingQueue<>(BOUND);
  private final Site site;
  private final VehicleGateway gateway;
  private final FleetMemory memory;
  private final DispatchJournalStore journals;
  private final TransportRelay relay;
  private final Lead lead;
  private final Transports transports;
  private final Clock clock;
  private final PositionReports positions;
  private final Counter droppedReports;
  private final Timer stepTime;
  private @Nullable Thread thread;
  private Optional<Rounds> others = Optional.empty();

  /** At zero while the loop does not run. */
  private volatile CountDownLatch ended = new CountDownLatch(0);

  FleetLoop(
      Site site,
      VehicleGateway gateway,
      FleetMemory memory,
      DispatchJournalStore journals,
      TransportRelay relay,
      Lead lead,
      Transports transports,
      Clock clock,
      MeterRegistry metrics) {
    this.site = site;
    this.gateway = gateway;
    this.memory = memory;
    this.journals = journals;
    this.relay = relay;
    this.lead = lead;
    this.transports = transports;
    this.clock = clock;
    this.positions = new PositionReports(site);
    this.droppedReports = metrics.counter("agv_reports_dropped_total");
    this.stepTime = metrics.timer("dispatch_decision_seconds");
  }

  /** Takes up the work that the database knows of, then listens to the vehicles. */
  public synchronized void start(Machinery machines) {
    inputs.clear();
    DispatchJournal journal = journals.read();
    journal.orders().forEach(record -> record.order().ifPresent(memory::ordered));
    FleetState first =
        Dispatcher.start(
            Roadmaps.of(site),
            Roadmaps.fleetOf(site),
            Roadmaps.chargingOf(site),
            machines.all(),
            journal);
    transports.open().stream().map(FleetLoop::requestOf).forEach(this::put);
    ended = new CountDownLatch(1);
    Thread started = new Thread(() -> run(first, machines), "bridge-fleet");
    started.setDaemon(true);
    thread = started;
    started.start();
    gateway.onReport(this::hear);
    gateway.open();
    Rounds looking = new Rounds("transports", LOOK, this::takeUpWhatOthersWant);
    looking.start();
    others = Optional.of(looking);
  }

  public synchronized void stop() {
    ended.countDown();
    others.ifPresent(Rounds::close);
    others = Optional.empty();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    gateway.close();
  }

  /** Does nothing on a node that does not lead: the leader finds it in the database. */
  void submit(TransportRequested wanted) {
    if (!isOpen()) {
      return;
    }
    put(
        new DispatchInput.Submit(
            new TransportRequest(
                new dev.aisle.agv.transport.TransportId(wanted.id().value()),
                wanted.unit().digits(),
                wanted.from().value(),
                wanted.to().value(),
                wanted.priority(),
                wanted.at(),
                terms(wanted.goodsG()))));
  }

  /** As {@link #submit}. */
  void cancel(TransportCancelled cancelled) {
    if (isOpen()) {
      put(
          new DispatchInput.Change(
              new TransportCommand.Cancel(
                  new dev.aisle.agv.transport.TransportId(cancelled.id().value()),
                  Trouble.inWords(cancelled.reason()))));
    }
  }

  /**
   * What people want of the fleet.
   *
   * @throws FloorElsewhere if this node does not run the fleet
   */
  public void ask(DispatchInput input) {
    if (!isOpen()) {
      throw new FloorElsewhere();
    }
    put(input);
  }

  /** Waits for room; callers are listeners after commit, never a device's thread. */
  private void put(DispatchInput input) {
    try {
      inputs.put(input);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Other nodes on the same database take orders too. A transport that no dispatcher has accepted
   * yet, and one that was cancelled meanwhile, are taken over here; both are known by their id.
   */
  private void takeUpWhatOthersWant() {
    Map<String, TransportStage> known = new HashMap<>();
    memory.view().transports().forEach(t -> known.put(t.request().id().value(), t.stage()));
    for (Transport open : transports.open()) {
      TransportStage stage = known.remove(open.id().value());
      if (stage == null && open.state() == TransportState.REQUESTED) {
        put(requestOf(open));
      }
    }
    known.forEach(
        (id, stage) -> {
          if (!stage.isOver()) {
            cancelIfGivenUp(new TransportId(id));
          }
        });
  }

  private void cancelIfGivenUp(TransportId id) {
    boolean cancelled =
        transports.find(id).map(t -> t.state() == TransportState.CANCELLED).orElse(false);
    if (cancelled) {
      put(
          new DispatchInput.Change(
              new TransportCommand.Cancel(
                  new dev.aisle.agv.transport.TransportId(id.value()),
                  Trouble.inWords("cancelled"))));
    }
  }

  private void hear(VehicleReport report) {
    memory.heard(report);
    positions.heard(report);
    if (!(report instanceof VehicleReport.Visualization)
        && !inputs.offer(new DispatchInput.Report(report))) {
      droppedReports.increment();
    }
  }

  private void run(FleetState first, Machinery machines) {
    FleetState state = first;
    List<DispatchInput> batch = new ArrayList<>();
    try {
      while (isOpen() && lead.holds()) {
        batch.clear();
        DispatchInput one = inputs.poll(STEP_MS, TimeUnit.MILLISECONDS);
        if (one != null) {
          batch.add(one);
          inputs.drainTo(batch, AT_ONCE);
        }
        batch.addAll(machines.look(clock.instant()));
        state = step(state, List.copyOf(batch), machines);
        positions.due(clock.instant()).forEach(gateway::send);
      }
    } catch (InterruptedException e) {
      LOG.debug("the dispatcher's loop ends");
    }
  }

  /** A step that throws is a bug: it is shown as an alarm, and the fleet keeps what it had. */
  private FleetState step(FleetState state, List<DispatchInput> batch, Machinery machines)
      throws InterruptedException {
    StepResult result;
    Timer.Sample sample = Timer.start();
    try {
      result = Dispatcher.step(state, clock.instant(), batch);
    } catch (RuntimeException e) {
      LOG.error("The dispatcher's step failed on {}", batch, e);
      memory.failed(String.valueOf(e.getMessage()));
      return state;
    } finally {
      sample.stop(stepTime);
    }
    if (result.journalChanged()) {
      storeUntilDone(result);
    }
    result.outputs().forEach(output -> carryOut(output, machines));
    Instant now = clock.instant();
    memory.decided(result.state(), result.state().view(now), now);
    return result.state();
  }

  /** Nothing is sent before it is stored: without a database the fleet stops at its base. */
  private void storeUntilDone(StepResult result) throws InterruptedException {
    while (isOpen()) {
      try {
        journals.write(result.journal(), lead.fence());
        return;
      } catch (LeadLost e) {
        LOG.warn("The dispatcher ends: {}", e.getMessage());
        ended.countDown();
        return;
      } catch (RuntimeException e) {
        if (!isOpen()) {
          return;
        }
        LOG.warn("The dispatcher's journal is not stored yet: {}", e.getMessage());
        if (ended.await(DATABASE_AWAY_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  private boolean isOpen() {
    return ended.getCount() > 0;
  }

  private void carryOut(DispatchOutput output, Machinery machines) {
    if (!isOpen() || !lead.holds()) {
      return;
    }
    switch (output) {
      case DispatchOutput.SendOrder order -> {
        memory.ordered(order.order());
        gateway.send(order.order());
      }
      case DispatchOutput.SendAction action -> gateway.send(action.action());
      case DispatchOutput.MoveDoor move -> machines.carryOut(move);
      case DispatchOutput.MoveLift move -> machines.carryOut(move);
      case DispatchOutput.TellStation tell -> machines.carryOut(tell);
      case DispatchOutput.SendZones sent -> gateway.send(sent.vehicle(), sent.set());
      case DispatchOutput.Answer sent -> gateway.send(sent.vehicle(), sent.responses());
      case DispatchOutput.Happened happened -> relay.tell(happened.event());
    }
  }

  private static DispatchInput requestOf(Transport open) {
    return new DispatchInput.Submit(
        new TransportRequest(
            new dev.aisle.agv.transport.TransportId(open.id().value()),
            open.unit().digits(),
            open.from().value(),
            open.to().value(),
            open.priority(),
            open.requestedAt(),
            terms(open.goodsG())));
  }

  /** A vehicle that cannot carry so much does not get it. */
  private static Terms terms(long goodsG) {
    return goodsG == 0 ? Terms.NONE : Terms.NONE.of("", Optional.of(goodsG / 1000.0));
  }
}
