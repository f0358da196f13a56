package dev.aisle.device.rfid.uhf.protocol;

/** How work on a tag, or on a line of the reader, ended. */
public sealed interface AccessAnswer {
  /**
   * @param dataHex whole words, upper-case hex; empty for a write or lock
   */
  record Done(String dataHex) implements AccessAnswer {}

  record NoTag() implements AccessAnswer {}

  /**
   * @param code as the reader gave it
   * @param meaning in English, for a technician
   * @param concern what kind of refusal it is, for programs
   */
  record Refused(int code, String meaning, Heard.Concern concern) implements AccessAnswer {}

  /** The reader did not answer; whether a write took effect is not known. */
  record NoAnswer() implements AccessAnswer {}

  /** This make cannot do it; nothing was sent. */
  record NotSupported(String why) implements AccessAnswer {}

  /** The line is down, or closed, or too much is waiting; nothing was sent. */
  record NotReady(String why) implements AccessAnswer {}
}
