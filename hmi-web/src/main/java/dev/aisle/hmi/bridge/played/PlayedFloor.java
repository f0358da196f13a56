package dev.aisle.hmi.bridge.played;

import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.bridge.device.SimulatedDevices;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.station.StationGear;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulated part of the floor. On a site of real devices it begins with the first switched. */
public final class PlayedFloor implements SimulatedDevices, AutoCloseable {
  private final Site site;
  private final RunOptions options;
  private final BrokerLink broker;
  private @Nullable SimulatedFloor floor;

  public PlayedFloor(Site site, RunOptions options, BrokerLink broker) {
    this.site = site;
    this.options = options;
    this.broker = broker;
    if (site.simulated()) {
      floor = SimulatedFloor.open(site, options, broker);
    }
  }

  @Override
  public synchronized Optional<String> addressOf(SiteDevice entry) {
    SimulatedFloor now = floor;
    if (now == null) {
      now = SimulatedFloor.open(site, options, broker);
      floor = now;
    }
    return now.addressOf(entry);
  }

  /** Empty while nothing is played. */
  public synchronized Optional<Simulator> simulator() {
    return Optional.ofNullable(floor).map(SimulatedFloor::simulator);
  }

  /** What people use at simulated stations; empty while nothing is played. */
  public synchronized Optional<StationGear> gear() {
    return Optional.ofNullable(floor).map(SimulatedFloor::gear);
  }

  @Override
  public synchronized void close() {
    if (floor != null) {
      floor.close();
    }
  }
}
