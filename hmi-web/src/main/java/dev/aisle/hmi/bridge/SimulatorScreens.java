package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.Command;
import dev.aisle.hmi.live.SimulatorPort;
import dev.aisle.sim.SimConfig;
import dev.aisle.sim.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Breaks simulated hardware on purpose, for drills and tests. Refuses everything on a real site.
 */
@Component
final class SimulatorScreens implements SimulatorPort {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorScreens.class);
  private static final Command NOT_SIMULATED = new Command.Refused("not-simulated");
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Bridge bridge;
  private final BrokerLink broker;
  private final Site site;
  private final Clock clock;
  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();

  SimulatorScreens(Bridge bridge, BrokerLink broker, Site site, Clock clock) {
    this.bridge = bridge;
    this.broker = broker;
    this.site = site;
    this.clock = clock;
  }

  @Override
  public boolean simulated() {
    return site.simulated() || bridge.simulator().isPresent();
  }

  @Override
  public double speed() {
    return bridge.simulator().map(Simulator::speed).orElse(1.0);
  }

  @Override
  public List<ActiveFault> faults() {
    Instant now = clock.instant();
    active.removeIf(fault -> !fault.until().isAfter(now));
    return List.copyOf(active);
  }

  @Override
  public Command inject(FaultKind kind, String target, Duration lasts, String by) {
    Optional<Simulator> simulator = bridge.simulator();
    if (simulator.isEmpty()) {
      return NOT_SIMULATED;
    }
    if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
      return new Command.Refused("fault-length");
    }
    try {
      switch (kind) {
        case READER_CABLE -> simulator.get().faults().readerCablePulled(target, lasts);
        case VEHICLE_VANISH -> simulator.get().faults().vehicleVanishes(target, lasts);
        case PLC_SILENT -> simulator.get().faults().plcSilent(lasts);
        case TAG_DEAD -> simulator.get().faults().tagDies(target);
        case BROKER_RESTART -> {
          if (broker.embedded().isEmpty()) {
            return new Command.Refused("broker-not-embedded");
          }
          restart(broker.embedded().get(), lasts);
        }
      }
    } catch (IllegalArgumentException e) {
      return new Command.Unknown(target);
    }
    LOG.info("{} breaks {} {} for {}", by, kind, target, lasts);
    active.add(new ActiveFault(kind, target, clock.instant().plus(lasts)));
    return Command.ACCEPTED;
  }

  private static void restart(EmbeddedBroker embedded, Duration away) {
    Thread.ofPlatform().name("fault-broker").daemon().start(() -> embedded.restart(away));
  }

  @Override
  public Command setSpeed(double factor, String by) {
    Optional<Simulator> simulator = bridge.simulator();
    if (simulator.isEmpty()) {
      return NOT_SIMULATED;
    }
    if (!(factor > 0) || factor > SimConfig.FASTEST) {
      return new Command.Refused("speed-out-of-range");
    }
    simulator.get().setSpeed(factor);
    LOG.info("{} runs the simulated world {} times faster", by, factor);
    return Command.ACCEPTED;
  }
}
