package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import java.util.List;

/** How an encoding ended. Everything but {@link Encoded} says what to do next by its name. */
public sealed interface EncodingOutcome {
  /** Whether the tag carries the EPC now, proven by reading it back. */
  default boolean done() {
    return false;
  }

  /**
   * The tag carries the EPC and, where asked, is locked.
   *
   * @param remarks what else was noticed, such as a second tag that has come into the field
   */
  record Encoded(Evidence evidence, List<Hitch> remarks) implements EncodingOutcome {
    public Encoded {
      remarks = List.copyOf(remarks);
    }

    @Override
    public boolean done() {
      return true;
    }
  }

  /** The EPC is right, but password or lock were not accepted. */
  record NotLocked(Evidence evidence, Hitch why) implements EncodingOutcome {
    @Override
    public boolean done() {
      return true;
    }
  }

  /** Nothing was written: the field is empty. */
  record NoTag() implements EncodingOutcome {}

  /** Nothing was written: take all tags but one away. */
  record SeveralTags(List<String> epcs) implements EncodingOutcome {
    public SeveralTags {
      epcs = List.copyOf(epcs);
    }
  }

  /** Nothing was written: several tags carry the same EPC, such as blank ones. */
  record Twins(String epc, List<String> tids) implements EncodingOutcome {
    public Twins {
      tids = List.copyOf(tids);
    }
  }

  /** Nothing was written: the tag carries an EPC that may be in use. */
  record InUse(String epc, String tid) implements EncodingOutcome {}

  /** Nothing was written: the chip tells no serial number, so it cannot be told from others. */
  record NoSerial(String epc, String tid) implements EncodingOutcome {}

  /**
   * The tag said no, and carries what it carried before.
   *
   * @param code as the reader gave it
   * @param concern what kind of refusal it is
   */
  record Refused(String step, int code, String meaning, Concern concern, String tid, String epc)
      implements EncodingOutcome {}

  /**
   * The tag may be half written. Put it back and repeat the same request: it is known by its chip
   * identity.
   *
   * @param found what it carries now; empty when it was not heard again
   */
  record Unfinished(String tid, String before, String found, Hitch why)
      implements EncodingOutcome {}

  /**
   * The EPC is in a tag, but not in the one that was looked at before: take both away and check.
   */
  record AnotherTag(String tid, String writtenTid, String epc) implements EncodingOutcome {}

  /** Nothing was written: the reader cannot work, and why. */
  record ReaderFailed(String step, Hitch why) implements EncodingOutcome {}

  /**
   * What was proven.
   *
   * @param tid chip identity, read through the new EPC
   * @param before EPC that the tag had
   * @param epc EPC that it has, read back
   * @param pc protocol control word, read back
   * @param writes how often was written; 0 when the tag carried the EPC already
   */
  record Evidence(String tid, String before, String epc, int pc, int writes, boolean locked) {}
}
