package dev.aisle.wms.task;

import java.time.Instant;

/** What came of the wish to complete a task. */
public sealed interface Completion {
  /** The caller did it. */
  record Done(Task task) implements Completion {}

  /** Somebody was faster; this is who and when. */
  record AlreadyDone(TaskId task, String by, Instant at) implements Completion {}

  /** Another operator has claimed it and the lease still runs. */
  record InOtherHands(TaskId task, String by, Instant until) implements Completion {}

  /** The work is held back until its cause is cleared. */
  record HeldBack(TaskId task) implements Completion {}

  /** The work is no longer wanted, or never was. */
  record Withdrawn(TaskId task) implements Completion {}
}
