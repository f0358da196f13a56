package dev.aisle.wms.task;

/** Where a task stands. A held task is offered to nobody until its cause is cleared. */
public enum TaskState {
  READY,
  CLAIMED,
  HELD,
  DONE,
  CANCELLED
}
