package dev.aisle.hmi.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A tag that was written, as it stands on the record.
 *
 * @param tid chip identity
 * @param before EPC it had
 * @param number EPC it has, read back
 * @param writes how often was written; 0 when it carried the EPC already
 * @param verified read back through its new EPC
 * @param notes what else was noticed
 */
public record WrittenTag(
    long id,
    Instant at,
    String by,
    String reader,
    int antenna,
    String tid,
    String before,
    TagNumber number,
    int pc,
    int writes,
    boolean verified,
    boolean locked,
    List<Detail> notes) {
  public WrittenTag {
    notes = List.copyOf(notes);
  }

  WrittenTag withNote(Detail noticed) {
    List<Detail> all = new ArrayList<>(notes);
    all.add(noticed);
    return new WrittenTag(
        id, at, by, reader, antenna, tid, before, number, pc, writes, verified, locked, all);
  }
}
