package dev.aisle.agv.planning.lifelong;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided for one tick, vehicle by vehicle.
 *
 * @param jobs null for a vehicle that gets none
 */
public record Decision(List<Situation.@Nullable Job> jobs, List<Action> actions) {
  public Decision {
    jobs = Collections.unmodifiableList(jobs);
    actions = List.copyOf(actions);
  }
}
