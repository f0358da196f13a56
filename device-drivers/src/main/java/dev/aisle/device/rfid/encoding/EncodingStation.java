package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.encoding.EncodingOutcome.Evidence;
import dev.aisle.device.rfid.encoding.FieldLook.Failed;
import dev.aisle.device.rfid.encoding.UnfinishedWrites.Begun;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Writes an EPC into the one tag before a reader, and proves it. The tag is pinned by its chip
 * identity (TID) before it is touched, selected by its EPC for every command, and read back by its
 * new EPC; with more than one tag in the field nothing is written. Of a reader with several
 * antennas only the one that hears it best sends while it is worked on. A write that was cut off is
 * finished when the same tag comes back, whatever it carries then.
 *
 * <p>One encoding at a time; other callers wait. Takes a few seconds.
 */
public final class EncodingStation {
  private static final int WRITES_AT_MOST = 3;
  private static final int PC_WORD = 1;
  private static final int PASSWORD_WORD = 2;
  private static final int LENGTH_SHIFT = 11;

  /** The tag says by itself whether it has user memory; the rest is the length and GS1's zeros. */
  private static final int USER_MEMORY = 0x0400;

  private final TagField field;
  private final FieldLook look;
  private final Predicate<String> inUse;
  private final UnfinishedWrites unfinished;

  /**
   * @param inUse whether an EPC in hex is one that must not be overwritten unless told
   */
  public EncodingStation(TagField field, Predicate<String> inUse, UnfinishedWrites unfinished) {
    this.field = field;
    this.look = new FieldLook(field);
    this.inUse = inUse;
    this.unfinished = unfinished;
  }

  public synchronized EncodingOutcome encode(EncodingRequest request) {
    try {
      return pinned(request);
    } catch (Failed e) {
      return new EncodingOutcome.ReaderFailed("looking at the field", e.why());
    }
  }

  private EncodingOutcome pinned(EncodingRequest request) throws Failed {
    NavigableMap<String, List<Integer>> heard = look.heard();
    if (heard.isEmpty()) {
      return new EncodingOutcome.NoTag();
    }
    if (heard.size() > 1) {
      return new EncodingOutcome.SeveralTags(List.copyOf(heard.keySet()));
    }
    String epc = heard.firstKey();
    List<Integer> antennas = heard.firstEntry().getValue();
    NavigableSet<String> tids = look.tids(epc, antennas, 0);
    if (tids.isEmpty()) {
      return new EncodingOutcome.NoTag();
    }
    String tid = tids.getFirst();
    if (tids.size() > 1) {
      return new EncodingOutcome.Twins(epc, List.copyOf(tids));
    }
    if (!FieldLook.hasSerial(tid)) {
      return new EncodingOutcome.NoSerial(epc, tid);
    }
    boolean ours = unfinished.of(tid).isPresent();
    if (!epc.equals(request.epcHex()) && !ours && !request.replace() && inUse.test(epc)) {
      return new EncodingOutcome.InUse(epc, tid);
    }
    return write(request, tid, epc, antennas.getFirst());
  }

  private EncodingOutcome write(EncodingRequest request, String tid, String epc, int nearest)
      throws Failed {
    String before = unfinished.of(tid).map(Begun::before).orElse(epc);
    String now = epc;
    int antenna = nearest;
    OptionalInt pc = pc(now, antenna);
    int writes = 0;
    Hitch why = Hitch.of(Hitch.What.NOT_AS_WRITTEN, "never written");
    while (!isDone(now, pc, request)) {
      if (writes == WRITES_AT_MOST) {
        return new EncodingOutcome.Unfinished(tid, before, now, why);
      }
      unfinished.begun(tid, new Begun(before, request.epcHex()));
      AccessAnswer answer =
          field.access(
              antenna,
              new TagCommand.Write(
                  Optional.of(now),
                  request.password(),
                  Bank.EPC,
                  PC_WORD,
                  "%04X%s".formatted(newPc(pc, request), request.epcHex())));
      writes++;
      why = Hitch.of(answer);
      Found found = find(tid, request, now);
      if (found.writtenElsewhere().isPresent()) {
        return new EncodingOutcome.AnotherTag(
            tid, found.writtenElsewhere().get(), request.epcHex());
      }
      if (found.epc().isEmpty()) {
        return new EncodingOutcome.Unfinished(tid, before, "", why);
      }
      boolean untouched = found.epc().get().equals(epc) && writes == 1;
      now = found.epc().get();
      antenna = found.antenna();
      pc = pc(now, antenna);
      if (answer instanceof AccessAnswer.Refused refused && !isDone(now, pc, request)) {
        if (!untouched) {
          return new EncodingOutcome.Unfinished(tid, before, now, why);
        }
        unfinished.finished(tid);
        return new EncodingOutcome.Refused(
            "writing the EPC", refused.code(), refused.meaning(), refused.concern(), tid, now);
      }
      if (cannotWork(answer)) {
        if (untouched) {
          unfinished.finished(tid);
        }
        return new EncodingOutcome.ReaderFailed("writing the EPC", why);
      }
    }
    Optional<String> proven = look.tid(now, antenna, 0);
    if (proven.isEmpty()) {
      return new EncodingOutcome.Unfinished(
          tid, before, now, Hitch.of(Hitch.What.TAG_GONE, "the tag is gone"));
    }
    if (!proven.get().equals(tid)) {
      return new EncodingOutcome.AnotherTag(tid, proven.get(), now);
    }
    unfinished.finished(tid);
    return lock(request, antenna, new Evidence(tid, before, now, pc.orElse(0), writes, false));
  }

  /**
   * What came of a write.
   *
   * @param epc that the pinned tag has now; empty when it does not answer
   * @param antenna that it was found at
   * @param writtenElsewhere identity of another chip that has the new EPC
   */
  private record Found(Optional<String> epc, int antenna, Optional<String> writtenElsewhere) {}

  /** Looks for the pinned chip among all that answer, whatever EPC it has now. */
  private Found find(String tid, EncodingRequest request, String before) throws Failed {
    Optional<String> own = Optional.empty();
    int at = 0;
    Optional<String> other = Optional.empty();
    for (Map.Entry<String, List<Integer>> heard : look.heard().entrySet()) {
      String epc = heard.getKey();
      for (int antenna : heard.getValue()) {
        Optional<String> found = look.tid(epc, antenna, 0);
        if (found.isPresent() && found.get().equals(tid)) {
          at = own.isEmpty() ? antenna : at; // the best is asked first
          own = Optional.of(epc);
        } else if (found.isPresent() && epc.equals(request.epcHex()) && !epc.equals(before)) {
          other = found;
        }
      }
    }
    return new Found(own, at, other);
  }

  /** The PC word, when the tag that answers to this EPC holds the same EPC in its memory. */
  private OptionalInt pc(String epc, int antenna) throws Failed {
    Optional<String> memory = look.pcAndEpc(epc, antenna, 0);
    if (memory.isEmpty() || !memory.get().substring(4).equals(epc)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(memory.get().substring(0, 4), 16));
  }

  private static boolean isDone(String epc, OptionalInt pc, EncodingRequest request) {
    return epc.equals(request.epcHex())
        && pc.isPresent()
        && (pc.getAsInt() & ~USER_MEMORY) == request.words() << LENGTH_SHIFT;
  }

  private static int newPc(OptionalInt pc, EncodingRequest request) {
    return (request.words() << LENGTH_SHIFT) | (pc.orElse(0) & USER_MEMORY);
  }

  private EncodingOutcome lock(EncodingRequest request, int antenna, Evidence evidence)
      throws Failed {
    int password = request.password();
    if (request.newPassword().isPresent()) {
      int fresh = request.newPassword().getAsInt();
      AccessAnswer set =
          field.access(
              antenna,
              new TagCommand.Write(
                  Optional.of(evidence.epc()),
                  password,
                  Bank.RESERVED,
                  PASSWORD_WORD,
                  "%08X".formatted(fresh)));
      if (!(set instanceof AccessAnswer.Done)) {
        return new EncodingOutcome.NotLocked(
            evidence, Hitch.of(set).at(Hitch.What.PASSWORD_NOT_SET, "password"));
      }
      password = fresh;
    }
    List<Hitch> remarks = remarks(evidence);
    if (!request.lock()) {
      return new EncodingOutcome.Encoded(evidence, remarks);
    }
    for (Lock.Field what : List.of(Lock.Field.EPC, Lock.Field.ACCESS_PASSWORD)) {
      AccessAnswer locked =
          field.access(
              antenna, new Lock(Optional.of(evidence.epc()), password, what, Lock.Action.LOCK));
      if (!(locked instanceof AccessAnswer.Done)) {
        return new EncodingOutcome.NotLocked(
            evidence, Hitch.of(locked).at(Hitch.What.NOT_LOCKED, "lock of %s".formatted(what)));
      }
    }
    return new EncodingOutcome.Encoded(
        new Evidence(
            evidence.tid(),
            evidence.before(),
            evidence.epc(),
            evidence.pc(),
            evidence.writes(),
            true),
        remarks);
  }

  /** Others may have come while we wrote; they were not touched, but someone should know. */
  private List<Hitch> remarks(Evidence evidence) throws Failed {
    List<Hitch> remarks = new ArrayList<>();
    for (String epc : look.heard().keySet()) {
      if (!epc.equals(evidence.epc())) {
        remarks.add(Hitch.anotherTagNear(epc));
      }
    }
    return remarks;
  }

  private static boolean cannotWork(AccessAnswer answer) {
    return answer instanceof AccessAnswer.NotSupported || answer instanceof AccessAnswer.NotReady;
  }
}
