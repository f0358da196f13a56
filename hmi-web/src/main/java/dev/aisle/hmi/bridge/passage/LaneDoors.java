package dev.aisle.hmi.bridge.passage;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.door.DoorPosition;
import dev.aisle.agv.passage.door.Doorway;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.device.plc.machine.MachineSpec;
import dev.aisle.device.plc.machine.MachineState;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors that lanes of the site lead through: tells the dispatcher how they stand, and their
 * controllers what the dispatcher wants. For the dispatcher's thread alone.
 */
public final class LaneDoors {
  private static final Logger LOG = LoggerFactory.getLogger(LaneDoors.class);

  /**
   * Said again after so long, though nothing changed: the dispatcher does not believe old words.
   */
  private static final Duration SAID_AGAIN = Duration.ofSeconds(1);

  /** From the command to the first movement, and from the last to the dispatcher's ear. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

  private final List<Doorway> doors;
  private final Machines machines;
  private final Map<String, Said> said = new HashMap<>();

  private record Said(DoorPosition position, Instant at) {}

  public LaneDoors(Site site, Machines machines) {
    this.doors = of(site);
    this.machines = machines;
  }

  public List<Doorway> all() {
    return doors;
  }

  /** The doors that the site's lanes name, with the time that their machines give them. */
  private static List<Doorway> of(Site site) {
    Map<String, Set<Place>> lanes = new LinkedHashMap<>();
    for (Site.Lane lane : site.floor().lanes()) {
      lane.door()
          .ifPresent(
              door ->
                  lanes
                      .computeIfAbsent(door, one -> new LinkedHashSet<>())
                      .add(Place.lane(lane.from(), lane.to())));
    }
    Map<String, Duration> travel = new HashMap<>();
    for (SiteDevice device : site.devices()) {
      if (device instanceof SiteDevice.Plc plc) {
        for (MachineSpec machine : plc.plan().machines()) {
          if (machine instanceof MachineSpec.DoorSpec door) {
            travel.put(door.name(), door.travel());
          }
        }
      }
    }
    List<Doorway> doors = new ArrayList<>();
    lanes.forEach(
        (door, places) ->
            doors.add(
                new Doorway(
                    door,
                    places,
                    travel.getOrDefault(door, Duration.ofSeconds(15)).plus(ON_THE_WAY))));
    return doors;
  }

  /** What the dispatcher has to be told now. */
  public List<DispatchInput> look(Instant now) {
    List<DispatchInput> news = new ArrayList<>();
    for (Doorway door : doors) {
      DoorPosition position =
          machines
              .machine(door.id())
              .map(MachineReport::state)
              .map(LaneDoors::position)
              .orElse(DoorPosition.UNKNOWN);
      Said before = said.get(door.id());
      if (before == null
          || before.position() != position
          || !now.isBefore(before.at().plus(SAID_AGAIN))) {
        said.put(door.id(), new Said(position, now));
        news.add(new DispatchInput.Door(door.id(), position));
      }
    }
    return news;
  }

  private static DoorPosition position(MachineState state) {
    if (!(state instanceof MachineState.Door door)) {
      return DoorPosition.UNKNOWN;
    }
    return switch (door) {
      case UNKNOWN -> DoorPosition.UNKNOWN;
      case OPEN -> DoorPosition.OPEN;
      case CLOSED -> DoorPosition.CLOSED;
      case OPENING, CLOSING, BETWEEN -> DoorPosition.MOVING;
      case FAULT -> DoorPosition.FAULT;
    };
  }

  /** What the dispatcher wants of a door. A door that cannot be told is asked again by it. */
  public void move(String door, DoorMove move) {
    MachineCommand command =
        switch (move) {
          case OPEN -> new MachineCommand.Open();
          case CLOSE -> new MachineCommand.Close();
          case RESET -> new MachineCommand.Acknowledge();
        };
    if (machines.command(door, command) instanceof CommandAnswer.Refused no) {
      LOG.info("Door {} was not told to {}: {}", door, move, no.sentence());
    }
  }
}
