package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import dev.aisle.sim.SimConfig;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.air.Weather;
import dev.aisle.sim.vehicle.VehicleFault;
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

  private static final double HALF = 0.5;
  private static final int SOME = 3;
  private static final Weather BAD_WEATHER = new Weather(0.2, 0.2, 0.2);

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
        case VEHICLE_MESSAGES ->
            simulator.get().faults().vehicleMessages(target, BAD_WEATHER, lasts);
        case VEHICLE_STOP,
            VEHICLE_SLOW,
            VEHICLE_SLIP,
            VEHICLE_SILENT,
            VEHICLE_LOSES_LOAD,
            VEHICLE_REBOOT,
            VEHICLE_FORGET,
            VEHICLE_CARRIED,
            VEHICLE_REFUSES,
            VEHICLE_ACTION_FAILS ->
            simulator.get().faults().vehicleSuffers(target, ofVehicle(kind, target), lasts);
      }
    } catch (IllegalArgumentException e) {
      return new Command.Unknown(target);
    }
    LOG.info("{} breaks {} {} for {}", by, kind, target, lasts);
    active.add(new ActiveFault(kind, target, clock.instant().plus(lasts)));
    return Command.ACCEPTED;
  }

  private VehicleFault ofVehicle(FaultKind kind, String vehicle) {
    return switch (kind) {
      case VEHICLE_STOP -> new VehicleFault.Stops();
      case VEHICLE_SLOW -> new VehicleFault.Slows(HALF);
      case VEHICLE_SLIP -> new VehicleFault.Slips(HALF);
      case VEHICLE_SILENT -> new VehicleFault.KeepsSilent();
      case VEHICLE_LOSES_LOAD -> new VehicleFault.LosesLoad();
      case VEHICLE_REBOOT -> new VehicleFault.Reboots(true);
      case VEHICLE_FORGET -> new VehicleFault.Reboots(false);
      case VEHICLE_CARRIED -> {
        Site.Node home =
            site.vehicles().stream()
                .filter(one -> one.id().equals(vehicle))
                .findFirst()
                .flatMap(one -> site.node(one.parksAt()))
                .orElseThrow(() -> new IllegalArgumentException("no home of " + vehicle));
        yield new VehicleFault.IsCarried(home.id(), home.xM(), home.yM());
      }
      case VEHICLE_REFUSES -> new VehicleFault.RefusesOrders(SOME);
      case VEHICLE_ACTION_FAILS -> new VehicleFault.FailsActions(1);
      case READER_CABLE, VEHICLE_VANISH, BROKER_RESTART, PLC_SILENT, TAG_DEAD, VEHICLE_MESSAGES ->
          throw new IllegalArgumentException(kind + " is not of the vehicle itself");
    };
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
