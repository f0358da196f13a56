package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.handover.Station;
import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.handover.StationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The real dispatcher with a station at every other stand. Stations move when nobody has asked for
 * them, take their time to get ready, hang for a minute or more and fall silent. Once ready they
 * stay so while they are asked. No load may be taken from one that moves, or set down there.
 */
final class StationsThatSulk implements Controller {
  private static final double STEP_S = 0.2;

  private final DispatcherUnderTest dispatcher;
  private final Map<String, Belt> belts = new LinkedHashMap<>();
  private final Random random;
  private Predicate<String> loaded = node -> false;
  int handedOver;
  int troubles;

  private static final class Belt {
    /** It says that it is ready only when it is asked. */
    final boolean shy;

    StationSignal signal = StationSignal.NONE;
    double busyS;
    double silentS;

    Belt(boolean shy) {
      this.shy = shy;
    }
  }

  StationsThatSulk(Floors.Floor floor, long seed) {
    random = new Random(seed);
    List<Station> stations = new ArrayList<>();
    for (int i = 0; i < floor.stands().size(); i += 2) {
      String node = floor.stands().get(i);
      stations.add(new Station(node, Optional.empty(), Duration.ofSeconds(20)));
      belts.put(node, new Belt(i % 4 == 0));
    }
    dispatcher = new DispatcherUnderTest(floor, FloorMachines.NONE.andStations(stations));
  }

  /** What stands on them. */
  void standOn(Predicate<String> loads) {
    loaded = loads;
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchInput> all = new ArrayList<>(inputs);
    belts.forEach(
        (node, belt) -> {
          move(belt);
          if (belt.silentS <= 0) {
            all.add(new DispatchInput.Station(node, state(node, belt)));
          }
        });
    List<DispatchOutput> outputs = dispatcher.step(now, all);
    for (DispatchOutput output : outputs) {
      if (output instanceof DispatchOutput.TellStation told) {
        belts.get(told.node()).signal = told.signal();
      }
    }
    troubles += dispatcher.state().view(now).stations().size();
    return outputs;
  }

  private void move(Belt belt) {
    belt.silentS -= STEP_S;
    belt.busyS -= STEP_S;
    if (random.nextDouble() < 0.001) {
      belt.silentS = 10 + random.nextInt(30);
    }
    if (belt.signal == StationSignal.NONE && random.nextDouble() < 0.02) {
      belt.busyS = random.nextInt(4) == 0 ? 90 : 10;
    }
  }

  private StationState state(String node, Belt belt) {
    if (belt.busyS > 0 || (belt.shy && belt.signal == StationSignal.NONE)) {
      return StationState.NOT_READY;
    }
    return loaded.test(node) ? StationState.LOADED : StationState.FREE;
  }

  @Override
  public void isTaken(String node, String loadId) {
    isHandedOver(node);
  }

  @Override
  public void isSetDown(String node, String loadId) {
    isHandedOver(node);
  }

  private void isHandedOver(String node) {
    Belt belt = belts.get(node);
    if (belt != null) {
      handedOver++;
      assertThat(belt.busyS).as("%s moves while a load is handed over", node).isNotPositive();
      assertThat(belt.signal).as("%s knows of it", node).isNotEqualTo(StationSignal.NONE);
    }
  }

  @Override
  public void restart() {
    dispatcher.restart();
  }

  @Override
  public String explain(Instant now) {
    StringBuilder text = new StringBuilder();
    belts.forEach((node, belt) -> text.append(node).append(' ').append(state(node, belt)));
    return text.append('\n').append(dispatcher.explain(now)).toString();
  }
}
