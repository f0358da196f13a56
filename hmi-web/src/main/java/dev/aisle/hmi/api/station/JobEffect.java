package dev.aisle.hmi.api.station;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step did.
 *
 * @param next the station's next job
 * @param effectKey text key of what happened to stock
 * @param effect values for that text
 */
public record JobEffect(
    boolean done, @Nullable Job next, String effectKey, Map<String, Object> effect) {

  public JobEffect {
    effect = Map.copyOf(effect);
  }
}
