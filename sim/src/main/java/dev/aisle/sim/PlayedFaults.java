package dev.aisle.sim;

import dev.aisle.sim.air.Weather;
import dev.aisle.sim.plc.SimulatedPlc;
import dev.aisle.sim.plc.SimulatedTagHeads;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.scenario.Faults;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleFault;
import dev.aisle.sim.vehicle.VehicleLink;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks what a {@link PlayedSite} plays, and mends it when the time is over. */
final class PlayedFaults implements Faults {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedFaults.class);

  private final Object lock;
  private final SimulatedWorld world;
  private final PlayedReaders readers;
  private final SimulatedPlc plc;
  private final Optional<SimulatedTagHeads> heads;
  private final Map<String, VehicleLink> links;
  private final Map<String, Long> comesBackNanos = new ConcurrentHashMap<>();
  private final Map<String, Long> recoversNanos = new ConcurrentHashMap<>();
  private final Map<String, Long> clearsNanos = new ConcurrentHashMap<>();

  /**
   * @param lock to be held for the world
   */
  PlayedFaults(
      Object lock,
      SimulatedWorld world,
      PlayedReaders readers,
      SimulatedPlc plc,
      Optional<SimulatedTagHeads> heads,
      Map<String, VehicleLink> links) {
    this.lock = lock;
    this.world = world;
    this.readers = readers;
    this.plc = plc;
    this.heads = heads;
    this.links = links;
  }

  private VehicleLink link(String vehicle) {
    return PlayedSite.known(links, vehicle, "vehicle");
  }

  /** Mends what has been broken long enough; with the lock held. */
  void tick(long now) {
    bringBackVanished(now);
    endFaults(now);
  }

  private void bringBackVanished(long now) {
    comesBackNanos.forEach(
        (vehicle, at) -> {
          if (now - at >= 0 && comesBackNanos.remove(vehicle, at)) {
            link(vehicle).comeBack();
          }
        });
  }

  private void endFaults(long now) {
    recoversNanos.forEach(
        (vehicle, at) -> {
          if (now - at >= 0 && recoversNanos.remove(vehicle, at)) {
            world.vehicle(vehicle).recover();
          }
        });
    clearsNanos.forEach(
        (vehicle, at) -> {
          if (now - at >= 0 && clearsNanos.remove(vehicle, at)) {
            link(vehicle).turn(Weather.FINE);
          }
        });
  }

  @Override
  public void readerCablePulled(String reader, Duration length) {
    LOG.info("the cable of {} is pulled for {}", reader, length);
    PlayedSite.known(readers.byName(), reader, "reader").pullCable(length);
  }

  @Override
  public void vehicleVanishes(String vehicle, Duration length) {
    VehicleLink link = link(vehicle);
    LOG.info("{} vanishes for {}", vehicle, length);
    comesBackNanos.remove(vehicle);
    link.vanish();
    comesBackNanos.put(vehicle, System.nanoTime() + length.toNanos());
  }

  @Override
  public void vehicleSuffers(String vehicle, VehicleFault fault, Duration length) {
    LOG.info("{}: {} for {}", vehicle, fault, length);
    synchronized (lock) {
      Vehicle sufferer = world.vehicle(vehicle);
      sufferer.suffer(fault);
      if (fault.lasts()) {
        recoversNanos.put(vehicle, System.nanoTime() + length.toNanos());
      }
    }
    if (fault instanceof VehicleFault.Reboots) {
      vehicleVanishes(vehicle, VehicleFault.Reboots.TAKES);
    }
  }

  @Override
  public void vehicleMessages(String vehicle, Weather weather, Duration length) {
    VehicleLink link = link(vehicle);
    LOG.info("messages of {} for {}: {}", vehicle, length, weather);
    synchronized (lock) {
      link.turn(weather);
      clearsNanos.put(vehicle, System.nanoTime() + length.toNanos());
    }
  }

  @Override
  public void plcSilent(Duration length) {
    LOG.info("{} keeps silent for {}", plc.name(), length);
    plc.keepSilent(length);
  }

  @Override
  public void tagHeadsSilent(Duration length) {
    heads
        .orElseThrow(() -> new IllegalArgumentException("there are no tag heads"))
        .keepSilent(length);
  }

  @Override
  public void tagDies(String dock) {
    LOG.info("the next tag through {} is dead", dock);
    synchronized (lock) {
      world.floor().nextTagDies(dock);
    }
  }

  @Override
  public void readsMissed(double probability) {
    readers.missed(probability(probability));
  }

  @Override
  public void ghostReads(double probability) {
    readers.ghosts(probability(probability));
  }

  @Override
  public void readerLine(String reader, LineFaults faults, Duration length) {
    LOG.info("the line of {} has faults for {}: {}", reader, length, faults);
    PlayedSite.known(readers.byName(), reader, "reader").disturb(faults, length);
  }

  private static double probability(double value) {
    if (!(value >= 0) || value > 1) {
      throw new IllegalArgumentException("not a probability: %s".formatted(value));
    }
    return value;
  }
}
