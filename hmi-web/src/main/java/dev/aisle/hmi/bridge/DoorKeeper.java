package dev.aisle.hmi.bridge;

import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.device.Devices;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a dock's door while there is work at it and shuts it afterwards. Looks again and again at
 * what is stored, so that a restart, a lost command or a dead controller needs no special care. A
 * command is repeated only after the door was looked at and found in the other position.
 */
final class DoorKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DoorKeeper.class);
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** A door needs this long to move; before that it is not told again. */
  private static final Duration MOVING = Duration.ofSeconds(4);

  private final Site site;
  private final Devices devices;
  private final Inbound inbound;
  private final Units units;
  private final Tasks tasks;
  private final Clock clock;
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Rounds rounds = new Rounds("doors", PAUSE, this::look);

  private record Told(boolean open, Instant at) {}

  DoorKeeper(Site site, Devices devices, Inbound inbound, Units units, Tasks tasks, Clock clock) {
    this.site = site;
    this.devices = devices;
    this.inbound = inbound;
    this.units = units;
    this.tasks = tasks;
    this.clock = clock;
  }

  public void start() {
    rounds.start();
  }

  private void look() {
    for (Site.Door door : site.doors()) {
      rounds.attempt(door.location(), () -> look(door));
    }
  }

  private void look(Site.Door door) {
    Optional<Boolean> isOpen = devices.point(door.isOpen()).flatMap(PointValue::value);
    if (isOpen.isEmpty()) {
      return;
    }
    boolean wanted = hasWork(new LocationId(door.location()));
    Instant now = clock.instant();
    Told last = told.get(door.location());
    boolean justTold = last != null && last.open() == wanted && last.at().plus(MOVING).isAfter(now);
    if (isOpen.get() != wanted && !justTold) {
      WriteOutcome outcome = devices.write(door.openCommand(), wanted);
      told.put(door.location(), new Told(wanted, now));
      if (outcome != WriteOutcome.CONFIRMED) {
        LOG.warn("{} was told to be {}: {}", door.location(), wanted, outcome);
      }
    }
  }

  private boolean hasWork(LocationId dock) {
    return site.node(dock.value()).orElseThrow().use() == Site.NodeUse.SHIP_DOCK
        ? units.at(dock).stream().anyMatch(this::isBeingLoaded)
        : inbound
            .at(dock)
            .flatMap(inbound::find)
            .filter(advice -> advice.state() == AdviceState.UNLOADING)
            .isPresent();
  }

  private boolean isBeingLoaded(HandlingUnit unit) {
    return tasks
        .latest(TaskKind.LOAD, unit.sscc().digits())
        .filter(task -> task.startedAt().isPresent())
        .isPresent();
  }

  /** True when the door does not obey, although it was given time. */
  public boolean stuck(Site.Door door) {
    Told last = told.get(door.location());
    Optional<Boolean> isOpen = devices.point(door.isOpen()).flatMap(PointValue::value);
    return last != null
        && isOpen.isPresent()
        && isOpen.get() != last.open()
        && last.at().plus(MOVING.multipliedBy(2)).isBefore(clock.instant());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
