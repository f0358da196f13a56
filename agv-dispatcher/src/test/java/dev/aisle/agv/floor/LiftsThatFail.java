package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.passage.lift.Cab;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Roadmap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The real dispatcher with lifts that take their time, are used by people too, stick between the
 * levels, do not open, fall silent and are seen to by a person. Nobody may drive in or out but
 * where the cab stands open, nobody is alone with another in it, and it never takes off with
 * somebody in the doorway.
 */
final class LiftsThatFail implements Controller {
  private static final double STEP_S = 0.2;
  private static final double RIDE_S = 5;
  private static final double DOOR_S = 1.5;

  /** Share of the rides that end between two levels, or at a closed door, until somebody comes. */
  private static final double STICKS = 0.1;

  /** Share of the commands that get lost. */
  private static final double LOST = 0.1;

  /** A person goes round and sees to what is out of order. */
  private static final int ROUND_S = 50;

  private final DispatcherUnderTest dispatcher;
  private final Roadmap map;
  private final Map<String, Shaft> shafts = new LinkedHashMap<>();
  private final Random random;
  private Instant nextRoundAt = Instant.EPOCH;
  private final Map<String, String> lastNode = new LinkedHashMap<>();
  int rides;
  int failed;

  /** A lift as it really is. */
  private final class Shaft {
    final Lift lift;
    double at;
    double open;
    Optional<Integer> call = Optional.empty();
    int byPeople;
    boolean stuck;
    boolean stuckDoor;
    boolean says;
    double silentS;

    Shaft(Lift lift) {
      this.lift = lift;
    }

    boolean standsAt(int stop) {
      return Math.abs(at - stop) < 1e-9;
    }

    void move() {
      silentS -= STEP_S;
      if (random.nextDouble() < 0.0005) {
        silentS = 15 + random.nextInt(40);
      }
      if (call.isEmpty() && random.nextDouble() < 0.02) {
        byPeople = random.nextInt(lift.stops().size());
      }
      int goal = call.orElse(byPeople);
      if (standsAt(goal)) {
        open = stuckDoor ? Math.min(open, 0.5) : Math.min(1, open + STEP_S / DOOR_S);
      } else if (open > 0) {
        open = Math.max(0, open - STEP_S / DOOR_S);
      } else if (!stuck) {
        at += Math.clamp(goal - at, -STEP_S / RIDE_S, STEP_S / RIDE_S);
        boolean between = at > 0.4 && at < 0.6;
        stuck = between && random.nextDouble() < STICKS;
        stuckDoor |= random.nextDouble() < STICKS / 20;
        says = random.nextBoolean();
      }
    }

    Cab cab() {
      if (stuck && says) {
        return Cab.FAULT;
      }
      for (int stop = 0; stop < lift.stops().size(); stop++) {
        if (standsAt(stop)) {
          boolean ready = open >= 1 && call.equals(Optional.of(stop));
          return new Cab.At(map.node(lift.stops().get(stop)).map(), ready);
        }
      }
      return Cab.BETWEEN;
    }

    void tell(LiftMove move) {
      switch (move) {
        case LiftMove.Call to ->
            call =
                Optional.of(
                    lift.stops().stream().map(s -> map.node(s).map()).toList().indexOf(to.level()));
        case LiftMove.Free free -> call = Optional.empty();
        case LiftMove.Reset reset -> {
          stuck = false;
          stuckDoor = false;
        }
      }
    }

    @Override
    public String toString() {
      return "%s at %.2f open %.1f call %s stuck %s/%s silent %.0f"
          .formatted(lift.id(), at, open, call, stuck, stuckDoor, Math.max(0, silentS));
    }
  }

  LiftsThatFail(Floors.Floor floor, long seed) {
    map = floor.map();
    random = new Random(seed);
    map.lifts().forEach(lift -> shafts.put(lift.id(), new Shaft(lift)));
    dispatcher = new DispatcherUnderTest(floor);
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchInput> all = new ArrayList<>(inputs);
    shafts.forEach(
        (id, shaft) -> {
          shaft.move();
          if (shaft.silentS <= 0) {
            all.add(new DispatchInput.Lift(id, shaft.cab()));
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
      if (output instanceof DispatchOutput.MoveLift told && random.nextDouble() >= LOST) {
        shafts.get(told.lift()).tell(told.move());
      }
    }
    return outputs;
  }

  @Override
  public void looks(Collection<VirtualVehicle> vehicles) {
    for (Shaft shaft : shafts.values()) {
      int inside = 0;
      for (VirtualVehicle vehicle : vehicles) {
        int here = shaft.lift.stops().indexOf(vehicle.node());
        int there = vehicle.drivesTo().map(shaft.lift.stops()::indexOf).orElse(-1);
        boolean drives = vehicle.drivesTo().isPresent();
        inside += here >= 0 || there >= 0 ? 1 : 0;
        if (drives && (here >= 0 || there >= 0)) {
          assertThat(shaft.standsAt(Math.max(here, there)) && shaft.open >= 1)
              .as("%s while %s is in its door", shaft, vehicle)
              .isTrue();
        }
        String before = lastNode.get(vehicle.spec.id() + shaft.lift.id());
        if (here >= 0 && before != null && !before.equals(vehicle.node())) {
          rides += shaft.lift.stops().contains(before) ? 1 : 0;
        }
        lastNode.put(vehicle.spec.id() + shaft.lift.id(), vehicle.node());
      }
      assertThat(inside).as("vehicles in %s", shaft).isLessThan(2);
    }
  }

  @Override
  public void passes(String from, String to, Optional<String> loadId) {
    map.liftAt(from)
        .filter(lift -> lift.stops().contains(to))
        .ifPresent(
            lift -> {
              Shaft shaft = shafts.get(lift.id());
              assertThat(shaft.standsAt(lift.stops().indexOf(to)) && shaft.open >= 1)
                  .as("%s while somebody believes to be at %s", shaft, to)
                  .isTrue();
            });
  }

  @Override
  public void restart() {
    dispatcher.restart();
  }

  @Override
  public String explain(Instant now) {
    return shafts.values().stream().map(Shaft::toString).collect(Collectors.joining("\n"))
        + "\n"
        + dispatcher.explain(now);
  }
}
