package dev.aisle.sim.bench.fleet;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.fleet.FleetRun;
import dev.aisle.sim.fleet.FleetWork;
import dev.aisle.sim.fleet.RunOutcome;
import dev.aisle.sim.fleet.control.JournaledDispatcher;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetFloor.Member;
import dev.aisle.sim.fleet.floors.FleetLayout;
import dev.aisle.sim.fleet.floors.Speech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One hour of transports for a fleet that speaks every version in every dialect, under the virtual
 * clock. Nobody helps: whatever does not end by itself is counted.
 */
public final class DialectsBench implements Bench {
  @Override
  public String name() {
    return "dialects";
  }

  /** More than they can take at a time, so that those who live far from it get some too. */
  private static final int WORK_FOR_EACH = 2;

  @Override
  public String about() {
    return "an hour of a fleet of all versions and dialects; --minutes N --seed S --faults rough";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress) {
    BenchOptions options =
        new BenchOptions(typed, Set.of("minutes", "vehicles", "seed", "faults", "layout"));
    Duration asking = Duration.ofMinutes(options.number("minutes", 60, 1, 10_000));
    int vehicles = (int) options.number("vehicles", fleetOfAll(), 1, 1_000);
    FleetFloor floor =
        FleetLayout.named(options.text("layout", FleetLayout.WAREHOUSE.title())).of(vehicles);
    progress.accept(
        "%d vehicles, %d ways of speaking".formatted(floor.members().size(), spoken(floor)));
    RunOutcome outcome =
        new FleetRun(
                floor,
                new JournaledDispatcher(floor),
                Disturbances.named(options.text("faults", "rough")),
                FleetWork.askedDuring(asking, WORK_FOR_EACH * vehicles, asking.multipliedBy(8)),
                options.number("seed", 1, 0, Long.MAX_VALUE),
                System::nanoTime,
                line -> {})
            .run();
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("delivered", (double) outcome.delivered());
    for (Version version : Version.values()) {
      more.put("delivered_by_" + version.number(), (double) by(version, floor, outcome));
    }
    more.put("simulated_minutes", (double) outcome.simulated().toMinutes());
    more.put("restarts_of_the_dispatcher", (double) outcome.restarts());
    List<Speech> silent = silent(floor, outcome);
    Map<String, Object> report =
        Figure.report(
            List.of(
                new Figure(
                    "transports without their load where it shall be",
                    outcome.asked() - outcome.delivered(),
                    "of %d".formatted(outcome.asked()),
                    0,
                    false,
                    more),
                new Figure(
                    "ways of speaking that brought nothing",
                    silent.size(),
                    "of %d".formatted(Speech.all().size()),
                    0,
                    false,
                    Map.of()),
                new Figure(
                    "collisions and standstills",
                    outcome.collisions().size() + (outcome.standstill().isPresent() ? 1.0 : 0.0),
                    "",
                    0,
                    false,
                    Map.of())));
    List<String> why = new ArrayList<>(outcome.collisions());
    outcome.standstill().ifPresent(seen -> why.add(seen.toString()));
    why.addAll(outcome.wrongs());
    why.addAll(outcome.unended());
    silent.forEach(speech -> why.add("nothing was brought by " + speech));
    report.put("why", why);
    return report;
  }

  /** The smallest fleet in which everybody speaks for each version and dialect. */
  private static int fleetOfAll() {
    int vehicles = Speech.all().size();
    while (distinct(vehicles) < Speech.all().stream().distinct().count()) {
      vehicles++;
    }
    return vehicles;
  }

  private static long distinct(int vehicles) {
    return IntStream.range(0, vehicles).mapToObj(Speech::of).distinct().count();
  }

  private static int spoken(FleetFloor floor) {
    return Set.copyOf(floor.members().stream().map(DialectsBench::speech).toList()).size();
  }

  private static Speech speech(Member member) {
    return new Speech(
        member.vehicle().version(), member.vehicle().dialect(), member.vehicle().mostNodes());
  }

  private static int by(Version version, FleetFloor floor, RunOutcome outcome) {
    return floor.members().stream()
        .filter(member -> member.vehicle().version() == version)
        .map(member -> member.vehicle().id())
        .mapToInt(id -> outcome.deliveredBy().getOrDefault(id, 0))
        .sum();
  }

  private static List<Speech> silent(FleetFloor floor, RunOutcome outcome) {
    Map<Speech, Integer> brought = new LinkedHashMap<>();
    for (Member member : floor.members()) {
      VehicleId id = member.vehicle().id();
      brought.merge(speech(member), outcome.deliveredBy().getOrDefault(id, 0), Integer::sum);
    }
    return brought.entrySet().stream()
        .filter(one -> one.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
