package dev.aisle.device.rfid.uhf.protocol;

/** What came back for one question to a reader. */
public sealed interface Answered<F> {
  record With<F>(F frame) implements Answered<F> {}

  record Refused<F>(Heard.Refused why) implements Answered<F> {}

  /** Nothing that belongs to the question came in time. */
  record Silent<F>() implements Answered<F> {}
}
