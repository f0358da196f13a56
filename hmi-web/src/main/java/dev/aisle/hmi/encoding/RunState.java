package dev.aisle.hmi.encoding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of tags being written, as screens show it.
 *
 * @param by who started it
 * @param done tags written so far
 * @param phase what it waits for or does now
 * @param trouble why the tag before the reader is not written, or why the row ended early
 * @param details what more there is to say
 * @param field tags before the antenna at the last look
 * @param next what the next tag gets; empty before it is known
 * @param results newest first, bounded
 */
public record RunState(
    TagOrder order,
    String reader,
    int antenna,
    String by,
    Instant startedAt,
    int done,
    Phase phase,
    Optional<Trouble> trouble,
    List<Detail> details,
    List<InField> field,
    Optional<TagNumber> next,
    List<Result> results) {

  public RunState {
    details = List.copyOf(details);
    field = List.copyOf(field);
    results = List.copyOf(results);
  }

  /** What goes on. */
  public enum Phase {
    /** The reader is taken from its usual work. */
    CONNECTING,
    /** The field is empty. */
    LAY_TAG,
    /** Keep it still. */
    WRITING,
    /** It is written; the next one, please. */
    TAKE_AWAY,
    /** This tag is not written, see the trouble; it has to be taken away. */
    REFUSED,
    /** This tag carries a key; somebody has to say whether it is overwritten. */
    CONFIRM,
    /** All tags are written. */
    FINISHED,
    /** Ended by a person, by time, or by a trouble. */
    STOPPED
  }

  /** Why not. */
  public enum Trouble {
    SEVERAL_TAGS,
    IN_USE,
    LOCKED,
    LOST,
    WEAK,
    NO_SERIAL,
    REFUSED,
    ANOTHER_TAG,
    READER,
    NOT_LOCKED,
    NOT_RECORDED,
    NOBODY_CAME
  }

  /**
   * @param identity what its EPC says
   */
  public record InField(TagNumber identity, OptionalDouble rssiDbm) {}

  /**
   * @param tag as it is on the record; empty when it was not written
   * @param tid empty when it was not read
   */
  public record Result(
      Instant at,
      Optional<WrittenTag> tag,
      Optional<Trouble> trouble,
      String epc,
      String tid,
      List<Detail> details) {
    public Result {
      details = List.copyOf(details);
    }
  }

  public boolean isOver() {
    return phase == Phase.FINISHED || phase == Phase.STOPPED;
  }
}
