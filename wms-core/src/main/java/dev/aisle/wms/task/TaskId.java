package dev.aisle.wms.task;

/** Number of a task. */
public record TaskId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
