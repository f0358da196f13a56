package dev.aisle.device.plc;

import dev.aisle.device.plc.output.WriteRefusal;
import java.util.Optional;

/**
 * What came of writing one point.
 *
 * @param refusal why not, when it is known
 */
public record WriteResult(String point, WriteOutcome outcome, Optional<WriteRefusal> refusal) {
  static WriteResult of(String point, WriteOutcome outcome) {
    return new WriteResult(point, outcome, Optional.empty());
  }

  static WriteResult of(WriteRefusal refusal) {
    WriteOutcome outcome =
        switch (refusal) {
          case WriteRefusal.NotConnected no -> WriteOutcome.NOT_SENT;
          case WriteRefusal.ByController no -> WriteOutcome.REFUSED;
          case WriteRefusal.NoSuchPoint no -> WriteOutcome.NOT_ALLOWED;
          case WriteRefusal.NotAnOutput no -> WriteOutcome.NOT_ALLOWED;
          case WriteRefusal.ValueNotAllowed no -> WriteOutcome.NOT_ALLOWED;
          case WriteRefusal.DoesNotFit no -> WriteOutcome.NOT_ALLOWED;
          case WriteRefusal.TooSoon no -> WriteOutcome.NOT_ALLOWED;
        };
    return new WriteResult(refusal.point(), outcome, Optional.of(refusal));
  }

  public boolean confirmed() {
    return outcome == WriteOutcome.CONFIRMED;
  }
}
