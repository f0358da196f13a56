package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.rfid.modbus.HeadProfile.Block;
import dev.aisle.device.rfid.modbus.HeadProfile.CommandByAddress;
import dev.aisle.device.rfid.modbus.HeadProfile.Signal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address that is a command: the answer is the tag, or an exception when there is none.
 */
final class AddressTalk implements HeadTalk {
  /** How often the same cause is asked for again while nothing else is answered. */
  private static final int LOOKS_BETWEEN_CAUSES = 50;

  private static final int SIGNAL_EVERY = 10;
  private static final int BUSY_TRIES = 10;
  private static final long BUSY_PAUSE_MS = 50;

  private final CommandByAddress map;
  private final HeadBus bus;
  private int looksWithCause;
  private @Nullable Look cause;
  private int looksWithSignal;
  private @Nullable String lastUid;
  private OptionalInt lastSignal = OptionalInt.empty();

  AddressTalk(CommandByAddress map, HeadBus bus) {
    this.map = map;
    this.bus = bus;
  }

  @Override
  public Look look() throws ModbusFailure {
    int[] answer;
    try {
      answer = bus.read(map.identify());
    } catch (ModbusFailure.Refused e) {
      lastUid = null;
      return because(e);
    }
    cause = null;
    int[] words = Arrays.copyOf(answer, map.uid().words());
    Optional<String> uid = map.uid().read(words, OptionalInt.empty());
    if (uid.isEmpty()) {
      return new Look.NoTag(0);
    }
    OptionalInt signal = signal(uid.get());
    boolean dbm = map.signal().map(Signal::dbm).orElse(false);
    return new Look.Tag(
        uid.get(),
        signal,
        dbm && signal.isPresent() ? OptionalDouble.of(signal.getAsInt()) : OptionalDouble.empty(),
        0);
  }

  /** The strength is a request of its own, so it is asked with a new tag and then now and then. */
  private OptionalInt signal(String uid) throws ModbusFailure {
    if (map.signal().isEmpty()) {
      return OptionalInt.empty();
    }
    if (!uid.equals(lastUid) || ++looksWithSignal >= SIGNAL_EVERY) {
      looksWithSignal = 0;
      lastUid = uid;
      try {
        lastSignal = OptionalInt.of(bus.signal(map.signal().get()));
      } catch (ModbusFailure.Refused e) {
        lastSignal = OptionalInt.empty();
      }
    }
    return lastSignal;
  }

  /**
   * One exception stands for "no tag" and for a fault of the head. The reader's log tells them
   * apart; it is asked once, and again now and then while nothing changes.
   */
  private Look because(ModbusFailure.Refused refusal) throws ModbusFailure {
    Look meant = bus.explain(refusal);
    if (map.lastError().isEmpty() || meant instanceof Look.Busy) {
      return meant;
    }
    Look known = cause;
    if (known != null && ++looksWithCause < LOOKS_BETWEEN_CAUSES) {
      return known;
    }
    looksWithCause = 0;
    Look asked = logged(meant);
    cause = asked;
    return asked;
  }

  private Look logged(Look otherwise) throws ModbusFailure {
    Block log = map.lastError().orElseThrow();
    try {
      for (int word : bus.read(log)) {
        if (word != 0) {
          return bus.explain(word);
        }
      }
    } catch (ModbusFailure.Refused e) {
      return otherwise;
    }
    return otherwise;
  }

  @Override
  public void forget() {
    cause = null;
    lastUid = null;
    looksWithCause = 0;
  }

  @Override
  public TagAccess read(int first, int words) throws ModbusFailure, InterruptedException {
    return access(
        first,
        words,
        ModbusMaster.MOST_REGISTERS,
        at -> () -> Arrays.stream(bus.read(HeadProfile.Table.HOLDING, at, words)).boxed().toList());
  }

  @Override
  public TagAccess write(int first, int... words) throws ModbusFailure, InterruptedException {
    return access(
        first,
        words.length,
        ModbusMaster.MOST_REGISTERS_WRITTEN,
        at ->
            () -> {
              bus.write(at, words);
              return java.util.List.of();
            });
  }

  private interface Request {
    java.util.List<Integer> send() throws ModbusFailure;
  }

  /** A busy reader has done nothing, so asking again is no second sending. */
  private TagAccess access(int first, int words, int most, IntFunction<Request> request)
      throws ModbusFailure, InterruptedException {
    if (map.memory().isEmpty()) {
      return new TagAccess.NotOffered("the profile names no memory of the tag");
    }
    Block memory = map.memory().get();
    Optional<TagAccess> outside =
        HeadTalk.outside(first, words, Math.min(most, memory.words() - first));
    if (outside.isPresent()) {
      return outside.get();
    }
    for (int tries = 0; tries < BUSY_TRIES; tries++) {
      try {
        return new TagAccess.Done(request.apply(memory.first() + first).send());
      } catch (ModbusFailure.Refused e) {
        Look meant = bus.explain(e);
        if (!(meant instanceof Look.Busy)) {
          return HeadBus.access(map.lastError().isPresent() ? logged(meant) : meant);
        }
        Thread.sleep(BUSY_PAUSE_MS);
      }
    }
    return new TagAccess.Busy();
  }
}
