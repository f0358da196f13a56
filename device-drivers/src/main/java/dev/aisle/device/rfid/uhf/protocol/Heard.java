package dev.aisle.device.rfid.uhf.protocol;

import java.util.List;

/** What a frame from a reader says, in words that all makes share. */
public sealed interface Heard {
  record Tags(List<TagSeen> tags) implements Heard {
    public Tags {
      tags = List.copyOf(tags);
    }
  }

  /** An answer, not an error: the field is empty. */
  record NoTag() implements Heard {}

  /** The reader has ended a round of inventory by itself. */
  record RoundDone() implements Heard {}

  /** The reader says unasked that it lives. */
  record Alive() implements Heard {}

  /** A good answer to a command. */
  record Answer() implements Heard {}

  /**
   * @param code as the reader gave it
   * @param meaning in English, for a technician
   */
  record Refused(int code, String meaning, Concern concern) implements Heard {}

  /** A frame with a right checksum whose content makes no sense. */
  record Garbled(String why) implements Heard {}

  /** Whom an error code concerns. */
  enum Concern {
    /** One tag could not be read or written; the reader is well. */
    TAG,
    /** The tag is protected against this work, or the password is wrong; the reader is well. */
    LOCKED,
    /** The tag gets too little power for this work; the reader is well. */
    WEAK,
    /** The command or a parameter of it is wrong; the reader is well. */
    COMMAND,
    /** An antenna is missing or mismatched (NE 107: check). */
    ANTENNA,
    /** The reader works outside its limits, such as too hot (NE 107: out of specification). */
    LIMITS,
    /** The reader itself has failed (NE 107: failure). */
    READER
  }
}
