package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.TaskId;
import java.time.Instant;
import java.util.List;

/** What came of an act on a receipt. */
public sealed interface ReceiptOutcome {
  record Done(AdviceId advice, List<Difference> differences) implements ReceiptOutcome {
    public Done {
      differences = List.copyOf(differences);
    }
  }

  record AlreadyDone(AdviceId advice, String by, Instant at) implements ReceiptOutcome {}

  /** Another operator has claimed the work. */
  record InOtherHands(TaskId task, String by, Instant until) implements ReceiptOutcome {}

  /** The truck has not arrived, or the receipt is closed. */
  record WrongState(AdviceId advice, AdviceState state) implements ReceiptOutcome {}

  /** The pallet was not taken in, and why. */
  record NotReceived(Sscc unit, DeviationKind why) implements ReceiptOutcome {}

  /** Goods of it are promised already. */
  record Reserved(Sscc unit) implements ReceiptOutcome {}

  record NoSuchAdvice(AdviceId advice) implements ReceiptOutcome {}
}
