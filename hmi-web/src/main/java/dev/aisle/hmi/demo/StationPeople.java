package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One simulated person per station, who takes the next job, needs a moment for it, and confirms it:
 * the same acts in the same order as at the screen.
 */
@Component
class StationPeople implements DemoStory.Part {
  /** What a person needs for one act, in the world's time. */
  private static final Duration HANDLING = Duration.ofSeconds(6);

  private final Stations stations;
  private final Tasks tasks;
  private final PersonActs acts;
  private final StationTools tools;
  private final Clock clock;
  private final Map<String, Busy> busy = new HashMap<>();

  /** A job in somebody's hands: begun then, next act due then. */
  private record Busy(Task task, Instant since, Instant due) {}

  StationPeople(Stations stations, Tasks tasks, PersonActs acts, StationTools tools, Clock clock) {
    this.stations = stations;
    this.tasks = tasks;
    this.acts = acts;
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    for (Station station : stations.all()) {
      tools.decideHeld(station.id(), "person-" + station.id().toLowerCase(java.util.Locale.ROOT));
      work(station, world);
    }
  }

  private void work(Station station, Simulator world) {
    Actor person = new Actor("person-" + station.id().toLowerCase(java.util.Locale.ROOT));
    Instant now = clock.instant();
    Busy job = busy.get(station.id());
    if (job == null) {
      Optional<Task> next = tasks.next(station.id(), person.name());
      next.ifPresent(task -> busy.put(station.id(), new Busy(task, now, now.plus(at(world)))));
      return;
    }
    if (now.isBefore(job.due())) {
      return;
    }
    Task task = tasks.find(job.task().id()).orElse(job.task());
    Duration worked = multiplied(Duration.between(job.since(), now), world.speed());
    if (!task.open() || acts.act(task, person, worked, world)) {
      busy.remove(station.id());
    } else {
      busy.put(station.id(), new Busy(task, job.since(), now.plus(at(world).dividedBy(3))));
    }
  }

  private static Duration at(Simulator world) {
    return multiplied(HANDLING, 1 / world.speed());
  }

  private static Duration multiplied(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}
