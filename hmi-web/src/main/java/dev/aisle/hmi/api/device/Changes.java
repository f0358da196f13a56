package dev.aisle.hmi.api.device;

import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.DeviceBook;
import java.util.List;
import java.util.Map;

/** Turns what came of a change into the answers of the REST interface. */
final class Changes {

  private Changes() {}

  static DeviceBook.Entry entry(String name, DeviceBook.Change change) {
    if (change instanceof DeviceBook.Change.Made made) {
      return made.entry();
    }
    throw refusal(name, change);
  }

  static Done removed(String name, DeviceBook.Change change) {
    if (change instanceof DeviceBook.Change.Removed) {
      return Done.DONE;
    }
    throw refusal(name, change);
  }

  private static Refusal refusal(String name, DeviceBook.Change change) {
    return switch (change) {
      case DeviceBook.Change.Unknown ignored -> Refusal.notFound("device", name);
      case DeviceBook.Change.NameTaken ignored ->
          Refusal.conflict(
              "device-name-taken",
              "There is a device '%s' already.".formatted(name),
              Map.of("device", name));
      case DeviceBook.Change.Mistakes mistakes -> mistakes(mistakes.mistakes());
      case DeviceBook.Change.NotKept notKept ->
          Refusal.conflict(
              "device-not-kept",
              "The change cannot be written: %s.".formatted(notKept.why().word()),
              Map.of("device", name, "file", notKept.why().word()));
      case DeviceBook.Change.NotPlayed ignored ->
          Refusal.conflict(
              "device-not-played",
              "No simulator here plays '%s'.".formatted(name),
              Map.of("device", name));
      case DeviceBook.Change.Made ignored -> throw new IllegalStateException("made " + name);
      case DeviceBook.Change.Removed ignored -> throw new IllegalStateException("removed " + name);
    };
  }

  private static Refusal mistakes(List<DeviceBook.Mistake> mistakes) {
    return new Refusal(
        Problem.invalid(
            mistakes.stream()
                .map(
                    mistake ->
                        Problem.FieldProblem.of(
                            mistake.field(), mistake.code(), mistake.message(), mistake.values()))
                .toList()));
  }
}
