package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.simulator.Command;
import java.util.Map;

/** Turns the floor's answers into those of the REST interface. */
public final class Answers {

  private Answers() {}

  /**
   * @param fields the field that a refusal is about, by its code
   */
  static Done done(Command answer, String what, String id, Map<String, String> fields) {
    if (answer instanceof Command.Refused(String code) && fields.containsKey(code)) {
      throw new Refusal(
          Problem.of(
              409,
              code,
              "The %s '%s' refuses.".formatted(what, id),
              fields.get(code),
              Map.of("id", id)));
    }
    return done(answer, what, id);
  }

  public static Done done(Command answer, String what, String id) {
    return switch (answer) {
      case Command.Accepted accepted -> Done.DONE;
      case Command.Unknown unknown -> throw Refusal.notFound(what, id);
      case Command.Refused refused ->
          throw Refusal.conflict(
              refused.code(), "The %s '%s' refuses.".formatted(what, id), Map.of("id", id));
    };
  }
}
