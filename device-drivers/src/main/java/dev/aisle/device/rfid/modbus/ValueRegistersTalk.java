package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.modbus.HeadProfile.Block;
import dev.aisle.device.rfid.modbus.HeadProfile.Presence;
import dev.aisle.device.rfid.modbus.HeadProfile.Signal;
import dev.aisle.device.rfid.modbus.HeadProfile.Table;
import dev.aisle.device.rfid.modbus.HeadProfile.UidWrite;
import dev.aisle.device.rfid.modbus.HeadProfile.ValueRegisters;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the tag out of registers, and lets the reader go on where it waits for that. */
final class ValueRegistersTalk implements HeadTalk {
  private static final int WRITE_LOOKS = 20;
  private static final long WRITE_LOOK_MS = 50;

  private final ValueRegisters map;
  private final HeadBus bus;
  private OptionalInt lastCount = OptionalInt.empty();

  ValueRegistersTalk(ValueRegisters map, HeadBus bus) {
    this.map = map;
    this.bus = bus;
  }

  @Override
  public Look look() throws ModbusFailure {
    int[] registers = bus.read(map.read());
    Optional<Meaning> condition = condition(registers);
    if (condition.isPresent()) {
      return new Look.Wrong(condition.get(), condition.get().sentence());
    }
    int changes = map.counter().isPresent() ? at(registers, map.counter().getAsInt()) : 0;
    Optional<Boolean> present = present(registers);
    if (present.isEmpty()) {
      return Look.Wrong.nonsense("the head's registers contradict themselves");
    }
    if (!present.get()) {
      return new Look.NoTag(changes);
    }
    Optional<String> uid = uid(registers);
    if (uid.isEmpty()) {
      return map.presence() instanceof Presence.InUid
          ? new Look.NoTag(changes)
          : Look.Wrong.nonsense("the head's registers contradict themselves");
    }
    // Only now: what was not read in full must still be there at the next look.
    if (map.release().isPresent()) {
      bus.release(map.release().get());
    }
    return tag(uid.get(), registers, changes);
  }

  private Look.Tag tag(String uid, int[] registers, int changes) {
    if (map.signal().isEmpty()) {
      return new Look.Tag(uid, changes);
    }
    Signal signal = map.signal().get();
    int value = (short) at(registers, signal.register());
    return new Look.Tag(
        uid,
        OptionalInt.of(value),
        signal.dbm() ? OptionalDouble.of(value) : OptionalDouble.empty(),
        changes);
  }

  private Optional<Meaning> condition(int[] registers) {
    if (map.status().isEmpty()) {
      return Optional.empty();
    }
    int status = at(registers, map.status().getAsInt());
    return map.conditions().entrySet().stream()
        .filter(each -> set(status, each.getKey()))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  /** Empty when the registers make no sense. */
  private Optional<Boolean> present(int[] registers) throws ModbusFailure {
    return switch (map.presence()) {
      case Presence.InUid in -> Optional.of(true);
      case Presence.InBit in -> Optional.of(set(at(registers, in.register()), in.bit()));
      case Presence.InCoil in -> Optional.of(bus.bit(in.table(), in.address()));
      case Presence.InCounter in -> {
        int count = at(registers, in.register());
        boolean counted = lastCount.isPresent() && lastCount.getAsInt() != count;
        lastCount = OptionalInt.of(count);
        yield Optional.of(counted);
      }
      case Presence.InRegister in -> {
        int value = at(registers, in.register());
        boolean known = in.present().isEmpty() || value == 0 || value == in.present().getAsInt();
        yield known ? Optional.of(value != 0) : Optional.empty();
      }
    };
  }

  private Optional<String> uid(int[] registers) {
    int from = map.uidFirst() - map.read().first();
    int[] words = Arrays.copyOfRange(registers, from, from + map.uid().words());
    OptionalInt length =
        map.length().isPresent()
            ? OptionalInt.of(at(registers, map.length().getAsInt()))
            : OptionalInt.empty();
    return map.uid().read(words, length);
  }

  private static boolean set(int word, int bit) {
    return ((word >> bit) & 1) == 1;
  }

  private int at(int[] registers, int register) {
    return registers[register - map.read().first()];
  }

  @Override
  public void forget() {
    lastCount = OptionalInt.empty();
  }

  @Override
  public TagAccess read(int first, int words) {
    return new TagAccess.NotOffered("this reader shows the identity of a tag, not its memory");
  }

  @Override
  public TagAccess write(int first, int... words) {
    return new TagAccess.NotOffered("this reader shows the identity of a tag, not its memory");
  }

  /** Writes the identity, and proves it by reading it back from the tag. */
  @Override
  public TagAccess writeUid(byte[] uid) throws ModbusFailure, InterruptedException {
    if (map.uidWrite().isEmpty()) {
      return HeadTalk.super.writeUid(uid);
    }
    UidWrite write = map.uidWrite().get();
    if (uid.length != 2 * write.words()) {
      return new TagAccess.Refused("the identity has %d bytes".formatted(2 * write.words()));
    }
    TagUidFormat format =
        new TagUidFormat(
            write.words(),
            map.uid().lowByteFirst(),
            map.uid().lastWordFirst(),
            TagUidFormat.Form.PLAIN,
            false);
    bus.write(write.first(), format.write(uid));
    if (write.control().isPresent()) {
      int control = write.control().getAsInt();
      Block register = new Block(Table.HOLDING, control, 1);
      int before = bus.read(register)[0];
      bus.write(control, before | (1 << write.startBit()));
    }
    String wanted = Hex.of(uid);
    for (int i = 0; i < WRITE_LOOKS; i++) {
      Thread.sleep(WRITE_LOOK_MS);
      if (write.control().isPresent()) {
        int now = bus.read(Table.HOLDING, write.control().getAsInt(), 1)[0];
        if (set(now, write.failedBit())) {
          return new TagAccess.Refused("the reader could not write the tag");
        }
        if (!set(now, write.doneBit())) {
          continue;
        }
      }
      if (look() instanceof Look.Tag tag && tag.uidHex().equals(wanted)) {
        return new TagAccess.Done(java.util.List.of());
      }
    }
    return new TagAccess.Unknown("the tag does not show its new identity");
  }
}
