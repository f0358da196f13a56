package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import java.util.Locale;
import java.util.Map;

/**
 * Something that did not go as it should, or was noticed beside.
 *
 * @param values for the translated sentence, by the names beside the {@link What}
 * @param detail the same for a technician, in English
 */
public record Hitch(What what, Map<String, String> values, String detail) {

  /** What it is. */
  public enum What {
    /** The reader says that it was done, but the tag does not hold it. */
    NOT_AS_WRITTEN,
    /** No tag answered. */
    NO_TAG,
    /** The reader did not answer. */
    NO_ANSWER,
    /** The tag said no, with {@code code} as the reader gave it. */
    TAG_REFUSED,
    /** This make cannot do it; nothing was sent. */
    NOT_SUPPORTED,
    /** The line is down, or closed, or too much is waiting; nothing was sent. */
    NOT_READY,
    /** The tag is gone. */
    TAG_GONE,
    /** Another tag, {@code epc}, has come into the field. */
    ANOTHER_TAG_NEAR,
    /** The access password was not taken. */
    PASSWORD_NOT_SET,
    /** Lock bits were not set. */
    NOT_LOCKED;

    /** Stable word for other programs, such as {@code no-tag}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Hitch {
    values = Map.copyOf(values);
  }

  static Hitch of(What what, String detail) {
    return new Hitch(what, Map.of(), detail);
  }

  static Hitch anotherTagNear(String epc) {
    return new Hitch(
        What.ANOTHER_TAG_NEAR, Map.of("epc", epc), "another tag is in the field: " + epc);
  }

  /** Why an answer is not what was hoped for. */
  static Hitch of(AccessAnswer answer) {
    return switch (answer) {
      case AccessAnswer.Done done -> of(What.NOT_AS_WRITTEN, "not what was written");
      case AccessAnswer.NoTag noTag -> of(What.NO_TAG, "no tag answered");
      case AccessAnswer.NoAnswer noAnswer -> of(What.NO_ANSWER, "the reader did not answer");
      case AccessAnswer.Refused refused ->
          new Hitch(
              What.TAG_REFUSED,
              Map.of("code", Integer.toString(refused.code())),
              refused.meaning());
      case AccessAnswer.NotSupported not -> of(What.NOT_SUPPORTED, not.why());
      case AccessAnswer.NotReady not -> of(What.NOT_READY, not.why());
    };
  }

  /** The same with the step it is about. */
  Hitch at(What step, String words) {
    return new Hitch(step, values, "%s: %s".formatted(words, detail));
  }
}
