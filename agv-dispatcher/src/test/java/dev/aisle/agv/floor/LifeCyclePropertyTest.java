package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever people ask for and take back, and however often the dispatcher is killed: every
 * transport ends once, with its load where it says, and none waits for ever.
 */
class LifeCyclePropertyTest {
  private static final int TRANSPORTS = 20;
  private static final int OPEN_AT_ONCE = 8;
  private static final Trouble WHY = Trouble.of(Trouble.Kind.CANCELLED_BY, "anna");

  private Random random = new Random(0);
  private Floor floor = Floors.warehouse();
  private final Map<TransportId, TransportRequest> open = new LinkedHashMap<>();
  private final Map<TransportId, Set<String>> places = new LinkedHashMap<>();
  private final Map<TransportId, TransportEvent> ended = new LinkedHashMap<>();
  private CalmFloor calm = new CalmFloor(floor, random, this::heard);
  private final List<String> story = new ArrayList<>();
  private int asked;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("aisle.seeds", 8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTransportIsLostOrDoneTwiceAndNoneWaitsForEver(long seed) {
    begin(Floors.warehouse(), seed);
    for (int tick = 0; ended.size() < TRANSPORTS; tick++) {
      assertThat(tick).as("ends in two hours; %s", this).isLessThan(36_000);
      if (tick % 25 == 0 && asked < TRANSPORTS && open.size() < OPEN_AT_ONCE) {
        submit(terms());
      }
      if (tick % 40 == 0 && !open.isEmpty()) {
        change();
      }
      if (tick % 500 == 0) {
        open.keySet().forEach(id -> tell(new TransportCommand.LetGo(id)));
      }
      if (random.nextInt(600) == 0) {
        calm.restart();
        story.add(calm.now() + " restart transport=all,");
        open.values().forEach(request -> calm.ask(new DispatchInput.Submit(request)));
      }
      calm.tick();
      nobodySharesATransport();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fewChargersServeAllAndNoVehicleRunsEmpty(long seed) {
    begin(Floors.fewChargers(), seed);
    calm.vehicles.values().forEach(vehicle -> vehicle.battery = 20 + random.nextInt(20));
    Set<VehicleId> charged = new HashSet<>();
    for (int tick = 0; ended.size() < TRANSPORTS; tick++) {
      assertThat(tick).as("ends in two hours; %s", this).isLessThan(36_000);
      if (tick % 25 == 0 && asked < TRANSPORTS && open.size() < OPEN_AT_ONCE) {
        submit(Terms.NONE);
      }
      calm.tick();
      for (VirtualVehicle vehicle : calm.vehicles.values()) {
        assertThat(vehicle.battery).as("%s", vehicle).isGreaterThan(2);
        if (vehicle.charging) {
          charged.add(vehicle.spec.id());
        }
      }
    }
    assertThat(charged).as("at the chargers that all share").isNotEmpty();
  }

  private void begin(Floor on, long seed) {
    random = new Random(seed);
    floor = on;
    calm = new CalmFloor(floor, random, this::heard);
    List<String> stands = floor.stands();
    for (int i = 0; i < stands.size(); i += 2) {
      calm.standing.put(stands.get(i), "LOAD-" + i);
    }
  }

  private Terms terms() {
    Terms terms = Terms.NONE;
    if (random.nextInt(3) == 0) {
      terms = terms.within(Optional.empty(), Optional.of(calm.now().plus(Duration.ofMinutes(4))));
    }
    if (random.nextInt(5) == 0 && !open.isEmpty()) {
      terms = terms.following(List.of(pick(List.copyOf(open.keySet()))), random.nextBoolean());
    }
    if (random.nextInt(5) == 0) {
      terms = terms.by(Optional.of(pick(List.copyOf(calm.vehicles.keySet()))));
    }
    return terms;
  }

  private void submit(Terms terms) {
    Optional<String> from =
        any(
            floor.stands().stream()
                .filter(calm.standing::containsKey)
                .filter(this::isIdle)
                .toList());
    Optional<String> to = freeStand();
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    TransportRequest request =
        new TransportRequest(
                new TransportId("T" + ++asked),
                calm.standing.get(from.get()),
                from.get(),
                to.get(),
                random.nextInt(3),
                calm.now())
            .on(terms);
    open.put(request.id(), request);
    places.put(request.id(), new HashSet<>(List.of(from.get(), to.get())));
    calm.ask(new DispatchInput.Submit(request));
  }

  private void change() {
    TransportId id = pick(List.copyOf(open.keySet()));
    switch (random.nextInt(6)) {
      case 0 -> tell(new TransportCommand.Cancel(id, WHY));
      case 1 -> tell(new TransportCommand.Hold(id));
      case 2 -> tell(new TransportCommand.Prioritise(id, random.nextInt(5)));
      case 3 ->
          freeStand()
              .ifPresent(
                  to -> {
                    places.get(id).add(to);
                    tell(new TransportCommand.Reroute(id, to));
                  });
      case 4 ->
          tell(
              new TransportCommand.Intend(
                  id, Optional.of(pick(List.copyOf(calm.vehicles.keySet())))));
      default -> tell(new TransportCommand.LetGo(id));
    }
  }

  private void tell(TransportCommand command) {
    story.add(calm.now() + " " + command);
    calm.ask(new DispatchInput.Change(command));
  }

  private void heard(TransportEvent event) {
    story.add(event.toString());
    switch (event) {
      case TransportEvent.Delivered done -> over(event, done.node());
      case TransportEvent.Returned back -> over(event, back.node());
      case TransportEvent.Cancelled gone -> {
        TransportRequest request = open.get(gone.transport());
        over(event, request == null ? "" : request.fromNode());
      }
      case TransportEvent.Failed failed -> throw new AssertionError(failed + "\n" + this);
      case TransportEvent.WrongLoad wrong -> throw new AssertionError(wrong + "\n" + this);
      case TransportEvent.Accepted accepted -> {}
      case TransportEvent.Assigned assigned -> {}
      case TransportEvent.Unassigned left -> {}
      case TransportEvent.Rerouted elsewhere -> {}
      case TransportEvent.PickedUp picked -> {}
    }
  }

  /** The same may be told again after a restart, but nothing else. */
  private void over(TransportEvent event, String node) {
    TransportRequest request = open.remove(event.transport());
    if (request == null) {
      assertThat(ended.get(event.transport())).hasSameClassAs(event);
      return;
    }
    assertThat(calm.standing)
        .as("%s of %s%n%s", event, request, storyOf(event.transport()))
        .containsEntry(node, request.loadId());
    ended.put(event.transport(), event);
    places.remove(event.transport());
  }

  private String storyOf(TransportId transport) {
    return story.stream()
        .filter(line -> line.contains("transport=" + transport + ",") || line.contains("=all,"))
        .collect(Collectors.joining("\n"));
  }

  private void nobodySharesATransport() {
    List<TransportId> carried = new ArrayList<>();
    calm.dispatcher()
        .state()
        .view(calm.now())
        .vehicles()
        .forEach(vehicle -> vehicle.transport().ifPresent(carried::add));
    assertThat(carried).doesNotHaveDuplicates();
  }

  private Optional<String> freeStand() {
    return any(
        floor.stands().stream()
            .filter(node -> !calm.standing.containsKey(node))
            .filter(this::isIdle)
            .toList());
  }

  private boolean isIdle(String node) {
    return places.values().stream().noneMatch(used -> used.contains(node));
  }

  private <T> Optional<T> any(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public String toString() {
    return "open %s%n%s".formatted(open.keySet(), calm.dispatcher().explain(calm.now()));
  }
}
