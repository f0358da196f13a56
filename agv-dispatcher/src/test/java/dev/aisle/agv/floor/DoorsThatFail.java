package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.door.DoorPosition;
import dev.aisle.agv.passage.door.Doorway;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Closure.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The real dispatcher with doors that take their time, stick, fall silent and are seen to by a
 * person. Nobody may be anywhere but under an open door.
 */
final class DoorsThatFail implements Controller {
  private static final double STEP_S = 0.2;
  private static final double TRAVEL_S = 4;

  /** Share of the movements that end at once, until somebody comes. */
  private static final double STICKS = 0.2;

  /** A person goes round and sees to what is out of order. */
  private static final int ROUND_S = 40;

  private final DispatcherUnderTest dispatcher;
  private final Map<String, VirtualDoor> doors = new LinkedHashMap<>();
  private final Random random;
  private Instant nextRoundAt = Instant.EPOCH;
  int passed;
  int failed;

  private static final class VirtualDoor {
    final Set<Place> lanes;
    double open;
    int way;
    boolean stuck;
    double movingS;
    double silentS;

    VirtualDoor(Set<Place> lanes) {
      this.lanes = lanes;
    }

    DoorPosition position() {
      if (stuck && movingS > 2 * TRAVEL_S) {
        return DoorPosition.FAULT;
      }
      return open >= 1 ? DoorPosition.OPEN : open <= 0 ? DoorPosition.CLOSED : DoorPosition.MOVING;
    }
  }

  /** A door before each of these nodes. */
  DoorsThatFail(Floors.Floor floor, long seed, String... nodes) {
    random = new Random(seed);
    List<Doorway> ways = new ArrayList<>();
    for (String node : nodes) {
      Set<Place> lanes =
          floor.map().lanes().stream()
              .filter(l -> l.to().equals(node))
              .filter(l -> !floor.map().node(l.from()).kind().isEndpoint())
              .map(l -> Place.lane(l.from(), l.to()))
              .collect(Collectors.toSet());
      ways.add(new Doorway("door-" + node, lanes, Duration.ofSeconds(20)));
      doors.put("door-" + node, new VirtualDoor(lanes));
    }
    dispatcher = new DispatcherUnderTest(floor, FloorMachines.doors(ways));
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchInput> all = new ArrayList<>(inputs);
    doors.forEach(
        (id, door) -> {
          move(door);
          if (door.silentS <= 0) {
            all.add(new DispatchInput.Door(id, door.position()));
          }
        });
    if (!now.isBefore(nextRoundAt)) {
      nextRoundAt = now.plusSeconds(ROUND_S);
      for (Closure closure : dispatcher.state().view(now).closures()) {
        failed++;
        all.add(new DispatchInput.Open(closure.place(), "lin"));
      }
    }
    List<DispatchOutput> outputs = dispatcher.step(now, all);
    for (DispatchOutput output : outputs) {
      if (output instanceof DispatchOutput.MoveDoor told) {
        tell(doors.get(told.door()), told.move());
      }
    }
    return outputs;
  }

  private void move(VirtualDoor door) {
    door.silentS -= STEP_S;
    if (random.nextDouble() < 0.001) {
      door.silentS = 15;
    }
    boolean arrived = door.way > 0 ? door.open >= 1 : door.open <= 0;
    if (door.way == 0 || arrived) {
      return;
    }
    door.movingS += STEP_S;
    if (!door.stuck) {
      door.open = Math.clamp(door.open + door.way * STEP_S / TRAVEL_S, 0.0, 1.0);
    }
  }

  private void tell(VirtualDoor door, DoorMove move) {
    switch (move) {
      case RESET -> {
        door.stuck = false;
        door.movingS = 0;
      }
      case OPEN -> send(door, 1);
      case CLOSE -> send(door, -1);
    }
  }

  private void send(VirtualDoor door, int way) {
    if (door.way != way && !door.stuck) {
      door.way = way;
      door.movingS = 0;
      door.stuck = random.nextDouble() < STICKS;
    }
  }

  @Override
  public void passes(String from, String to, Optional<String> loadId) {
    doors.forEach(
        (id, door) -> {
          if (door.lanes.contains(Place.lane(from, to))) {
            passed++;
            assertThat(door.open).as("%s while somebody is in it", id).isEqualTo(1);
          }
        });
  }

  @Override
  public void restart() {
    dispatcher.restart();
  }

  @Override
  public String explain(Instant now) {
    return doors.values().stream()
            .map(door -> door.lanes + " " + door.position())
            .collect(Collectors.joining("\n"))
        + "\n"
        + dispatcher.explain(now);
  }
}
