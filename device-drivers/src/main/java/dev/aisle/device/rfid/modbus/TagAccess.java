package dev.aisle.device.rfid.modbus;

import java.util.List;

/** Outcome of reading or writing the memory of the tag before a head. */
public sealed interface TagAccess {
  /**
   * Done.
   *
   * @param words what was read, 0 to 65535 each; empty after a write
   */
  record Done(List<Integer> words) implements TagAccess {
    public Done {
      words = List.copyOf(words);
    }
  }

  /** No tag lies before the head, or it left meanwhile. */
  record NoTag() implements TagAccess {}

  /** The reader was busy all the time; nothing was done. */
  record Busy() implements TagAccess {}

  /** The reader or the tag said no. */
  record Refused(String why) implements TagAccess {}

  /** It is not known what happened; after a write, read before writing again. */
  record Unknown(String why) implements TagAccess {}

  /** This kind of reader, or its profile, has no such thing. */
  record NotOffered(String why) implements TagAccess {}
}
