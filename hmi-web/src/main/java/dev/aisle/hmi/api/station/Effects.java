package dev.aisle.hmi.api.station;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.Words;
import dev.aisle.wms.inbound.ReceiptOutcome;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskState;
import dev.aisle.wms.task.Tasks;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what a step did to stock, or why it was not done. */
@Component
class Effects {

  private final Tasks tasks;
  private final Jobs jobs;

  Effects(Tasks tasks, Jobs jobs) {
    this.tasks = tasks;
    this.jobs = jobs;
  }

  /** Done, with the station's next job. */
  JobEffect effect(Task task, String by, String key, Map<String, Object> values) {
    return new JobEffect(
        true, tasks.next(task.station(), by).flatMap(jobs::of).orElse(null), key, values);
  }

  JobEffect started(Task task, String by, Completion outcome) {
    return switch (outcome) {
      case Completion.Done done -> effect(task, by, "effect.started", Map.of());
      case Completion.AlreadyDone already -> throw alreadyDone(already.by(), already.at());
      case Completion.InOtherHands other -> throw inOtherHands(other.by(), other.until());
      case Completion.HeldBack held -> throw held(task);
      case Completion.Withdrawn none -> throw withdrawn(task);
    };
  }

  JobEffect of(Task task, String by, ReceiptOutcome outcome) {
    return switch (outcome) {
      case ReceiptOutcome.Done done ->
          effect(
              task,
              by,
              "effect.receipt.done",
              Map.of("advice", done.advice().value(), "differences", done.differences().size()));
      case ReceiptOutcome.AlreadyDone already -> throw alreadyDone(already.by(), already.at());
      case ReceiptOutcome.InOtherHands other -> throw inOtherHands(other.by(), other.until());
      case ReceiptOutcome.WrongState wrong ->
          throw Refusal.conflict(
              "wrong-state",
              "Advice %s is %s.".formatted(wrong.advice(), wrong.state()),
              Map.of("advice", wrong.advice().value(), "state", Words.camel(wrong.state())));
      case ReceiptOutcome.NotReceived not ->
          throw Refusal.conflict(
              Words.kebab(not.why()),
              "Pallet %s was not taken in.".formatted(not.unit()),
              Map.of("unit", not.unit().digits()));
      case ReceiptOutcome.Reserved reserved ->
          throw Refusal.conflict(
              "goods-reserved",
              "Goods of %s are promised already.".formatted(reserved.unit()),
              Map.of("unit", reserved.unit().digits()));
      case ReceiptOutcome.NoSuchAdvice none ->
          throw Refusal.notFound("advice", none.advice().value());
    };
  }

  JobEffect of(Task task, String by, PickOutcome outcome) {
    return switch (outcome) {
      case PickOutcome.Picked picked ->
          effect(task, by, "effect.pick.done", Map.of("quantity", picked.quantity().units()));
      case PickOutcome.PickedShort less ->
          effect(
              task,
              by,
              less.refilled() ? "effect.pick.shortRefilled" : "effect.pick.shortWaiting",
              Map.of("quantity", less.quantity().units(), "difference", less.difference().units()));
      case PickOutcome.UnitConfirmed unit ->
          effect(
              task,
              by,
              "effect.pick.unitConfirmed",
              Map.of("unit", unit.unit().digits(), "position", unit.position().value()));
      case PickOutcome.AlreadyDone already -> throw alreadyDone(already.by(), already.at());
      case PickOutcome.InOtherHands other -> throw inOtherHands(other.by(), other.until());
      case PickOutcome.Held held ->
          throw Refusal.conflict(
              "position-held",
              "Another unit was seen at %s.".formatted(held.position()),
              Map.of("position", held.position().value(), "expected", held.expected().digits()));
      case PickOutcome.UnitNotConfirmed not ->
          throw Refusal.conflict(
              "unit-not-confirmed",
              "Scan the unit at %s first.".formatted(not.position()),
              Map.of("position", not.position().value(), "expected", not.expected().digits()));
      case PickOutcome.WrongCode wrong -> throw wrongCode(wrong.scanned(), wrong.expected());
      case PickOutcome.QuantityDiffers differs ->
          throw Refusal.conflict(
              "quantity-differs",
              "Asked were %s; report less as a short pick.".formatted(differs.wanted()),
              Map.of("wanted", differs.wanted().units(), "given", differs.given().units()));
      case PickOutcome.Withdrawn none -> throw withdrawn(task);
      case PickOutcome.NothingThere nothing ->
          throw Refusal.conflict(
              "nothing-there",
              "Nothing stands at %s.".formatted(nothing.position()),
              Map.of("position", nothing.position().value()));
    };
  }

  JobEffect of(Task task, String by, PackOutcome outcome) {
    return switch (outcome) {
      case PackOutcome.Packed packed ->
          effect(
              task,
              by,
              "effect.pack.done",
              Map.of("parcel", packed.parcel().sscc().digits(), "place", packed.at().value()));
      case PackOutcome.AlreadyDone already -> throw alreadyDone(already.by(), already.at());
      case PackOutcome.InOtherHands other -> throw inOtherHands(other.by(), other.until());
      case PackOutcome.PackOutOccupied occupied ->
          throw Refusal.conflict(
              "pack-out-occupied",
              "A parcel still stands at %s.".formatted(occupied.at()),
              Map.of("place", occupied.at().value()));
      case PackOutcome.Withdrawn none -> throw withdrawn(task);
    };
  }

  JobEffect of(Task task, String by, LoadOutcome outcome) {
    return switch (outcome) {
      case LoadOutcome.Started started ->
          effect(
              task,
              by,
              "effect.load.started",
              Map.of("dock", started.dock().value(), "parcel", started.parcel().digits()));
      case LoadOutcome.Left left ->
          effect(task, by, "effect.load.done", Map.of("parcel", left.parcel().digits()));
      case LoadOutcome.AlreadyDone already -> throw alreadyDone(already.by(), already.at());
      case LoadOutcome.InOtherHands other -> throw inOtherHands(other.by(), other.until());
      case LoadOutcome.Held held -> throw held(task);
      case LoadOutcome.NotSeenLeaving not ->
          throw Refusal.conflict(
              "not-seen-leaving",
              "The portal has not seen %s leave; scan it.".formatted(not.parcel()),
              Map.of("parcel", not.parcel().digits()));
      case LoadOutcome.WrongCode wrong -> throw wrongCode(wrong.scanned(), wrong.expected());
      case LoadOutcome.NotHere not ->
          throw Refusal.conflict(
              "not-here",
              "%s does not stand at the dock.".formatted(not.parcel()),
              Map.of("parcel", not.parcel().digits()));
      case LoadOutcome.Withdrawn none -> throw withdrawn(task);
    };
  }

  private static Refusal alreadyDone(String by, Instant at) {
    return Refusal.conflict(
        "already-done", "Already done by %s.".formatted(by), Map.of("by", by, "at", at.toString()));
  }

  private static Refusal inOtherHands(String by, Instant until) {
    return Refusal.conflict(
        "in-other-hands",
        "%s is at it.".formatted(by),
        Map.of("by", by, "until", until.toString()));
  }

  private static Refusal wrongCode(String scanned, String expected) {
    return Refusal.conflict(
        "wrong-code",
        "Scanned was %s, expected %s.".formatted(scanned, expected),
        Map.of("scanned", scanned, "expected", expected));
  }

  private static Refusal held(Task task) {
    return Refusal.conflict(
        "held", "A supervisor has to look first.", Map.of("task", task.id().value()));
  }

  Refusal withdrawn(Task task) {
    return Refusal.conflict(
        "withdrawn", "This work is no longer wanted.", Map.of("task", task.id().value()));
  }

  /** Says by whom it was done, if it was. */
  Refusal notOpen(Task task) {
    return task.state() == TaskState.DONE
        ? alreadyDone(task.doneBy().orElse(""), task.doneAt().orElse(Instant.EPOCH))
        : withdrawn(task);
  }
}
