package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import dev.aisle.agv.exchange.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An action of a node or an edge (LIF 1.0.0, 8.3.7). The dispatcher knows by itself what to do at
 * which kind of place, so an action only tells the kind.
 */
record LifAction(String type, Map<String, String> parameters, Lif.Requirement requirement) {

  static LifAction read(JsonPart action, Findings findings) {
    String type = action.text("actionType");
    action.optionalText("actionDescription");
    Lif.Requirement requirement =
        action.wordOr("requirementType", Lif.Requirement.class, Lif.Requirement.OPTIONAL);
    action.word("blockingType", Lif.Blocking.class);
    Map<String, String> parameters = new HashMap<>();
    for (JsonPart parameter : action.optionalParts("actionParameters")) {
      String key = parameter.text("key");
      if (parameters.putIfAbsent(key, parameter.text("value")) != null) {
        findings.add(Kind.TWICE, parameter.path("key"), key);
      }
      parameter.done();
    }
    action.done();
    LifAction read = new LifAction(type, Map.copyOf(parameters), requirement);
    if (read.use().isEmpty() && !type.isEmpty() && !type.equals(Lif.STOP_CHARGING)) {
      findings.add(Kind.NOT_KEPT, action.path(), "action " + type);
    }
    return read;
  }

  /** What a node is for where this is done. */
  Optional<Use> use() {
    return switch (type) {
      case Lif.START_CHARGING -> Optional.of(Use.CHARGER);
      case Lif.PICK, Lif.DROP ->
          Optional.of(
              Optional.ofNullable(parameters.get(Lif.STATION_TYPE))
                  .flatMap(Use::of)
                  .filter(Use::hasLoads)
                  .orElse(Use.SLOT));
      default -> Optional.empty();
    };
  }
}
