package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.rfid.modbus.HeadProfile.ProcessImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Status and commands in a process image. The presence bit is watched; a tag that has come is asked
 * for its identity with a command: idle, the command, until its code comes back without the busy
 * bit.
 */
final class ImageTalk implements HeadTalk {
  private static final int IDLE = 0;
  private static final long LOOK_MS = 10;

  private final ProcessImage map;
  private final HeadBus bus;
  private final int inputs;
  private final int outputs;
  private @Nullable String uid;
  private int uidCount;

  ImageTalk(ProcessImage map, HeadBus bus, int channel) {
    this.map = map;
    this.bus = bus;
    this.inputs = map.inputs() + channel * map.stride();
    this.outputs = map.outputs() + channel * map.stride();
  }

  /** How a command ended. */
  private sealed interface End {
    record Done(List<Integer> bytes) implements End {}

    record Failed(Look look) implements End {}
  }

  @Override
  public Look look() throws ModbusFailure, InterruptedException {
    int[] now = inputs(statusWords());
    Optional<Look> condition = condition(now);
    if (condition.isPresent()) {
      uid = null;
      return condition.get();
    }
    int count = now[map.counter()];
    if (!set(now[map.status()], map.presentBit())) {
      uid = null;
      return new Look.NoTag(count);
    }
    String known = uid;
    if (known != null && uidCount == count) {
      return new Look.Tag(known, count);
    }
    return switch (run(map.identify(), 0, 0, new int[0])) {
      case End.Failed failed -> failed.look();
      case End.Done done -> {
        int[] words = words(done.bytes(), false);
        Optional<String> read =
            map.uid().read(words, OptionalInt.of(Math.min(done.bytes().size(), 2 * words.length)));
        if (read.isEmpty()) {
          yield new Look.NoTag(count);
        }
        uid = read.get();
        uidCount = inputs(statusWords())[map.counter()];
        yield new Look.Tag(read.get(), uidCount);
      }
    };
  }

  private Optional<Look> condition(int[] now) {
    int status = now[map.status()];
    return map.conditions().entrySet().stream()
        .filter(each -> set(status, each.getKey()))
        // The highest bit is the worst: a missing head also reports all that follows from it.
        .max(Map.Entry.comparingByKey())
        .map(each -> new Look.Wrong(each.getValue(), each.getValue().sentence()));
  }

  private int statusWords() {
    return 1
        + Math.max(
            Math.max(map.response(), map.status()),
            Math.max(Math.max(map.length(), map.error()), map.counter()));
  }

  private int[] inputs(int words) throws ModbusFailure {
    return bus.read(map.table(), inputs, words);
  }

  private End run(int command, int start, int length, int[] data)
      throws ModbusFailure, InterruptedException {
    bus.write(outputs + map.command(), IDLE);
    Optional<int[]> idle = until(IDLE);
    if (idle.isEmpty()) {
      return new End.Failed(late(IDLE));
    }
    int last = data.length == 0 ? map.writeLength() : map.writeData() + data.length - 1;
    int[] out = new int[last + 1];
    out[map.start()] |= start & 0xFFFF;
    out[map.start() + 1] |= start >>> 16;
    out[map.writeLength()] = length;
    System.arraycopy(data, 0, out, data.length == 0 ? 0 : map.writeData(), data.length);
    out[map.command()] = command;
    bus.write(outputs, out);
    Optional<int[]> answer = until(command);
    if (answer.isEmpty()) {
      return new End.Failed(late(command));
    }
    int[] in = answer.get();
    if (set(in[map.response()], map.errorBit())) {
      return new End.Failed(bus.explain(in[map.error()]));
    }
    return new End.Done(bytes(in));
  }

  /** The inputs once the code has come back and nothing is under way. */
  private Optional<int[]> until(int command) throws ModbusFailure, InterruptedException {
    int flags = (1 << map.busyBit()) | (1 << map.errorBit());
    long end = System.nanoTime() + map.patience().toNanos();
    do {
      int[] in = inputs(map.readData() + map.dataWords());
      int response = in[map.response()];
      boolean busy = set(response, map.busyBit());
      if ((response & ~flags) == command && !busy) {
        return Optional.of(in);
      }
      Thread.sleep(LOOK_MS);
    } while (System.nanoTime() - end < 0);
    return Optional.empty();
  }

  private static boolean set(int word, int bit) {
    return ((word >> bit) & 1) == 1;
  }

  private static Look late(int command) {
    return Look.Wrong.nonsense("the reader does not finish command %04X".formatted(command));
  }

  private List<Integer> bytes(int[] in) {
    int count = Math.min(in[map.length()], 2 * map.dataWords());
    List<Integer> bytes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int word = in[map.readData() + i / 2];
      bytes.add((i % 2 == 0) == map.lowByteFirst() ? word & 0xFF : word >> 8);
    }
    return bytes;
  }

  private static int[] words(List<Integer> bytes, boolean lowFirst) {
    int[] words = new int[(bytes.size() + 1) / 2];
    for (int i = 0; i < bytes.size(); i++) {
      words[i / 2] |= (i % 2 == 0) == lowFirst ? bytes.get(i) : bytes.get(i) << 8;
    }
    return words;
  }

  @Override
  public void forget() {
    uid = null;
  }

  @Override
  public TagAccess read(int first, int words) throws ModbusFailure, InterruptedException {
    if (map.read().isEmpty()) {
      return new TagAccess.NotOffered("the profile names no command for it");
    }
    Optional<TagAccess> outside = HeadTalk.outside(first, words, map.dataWords());
    if (outside.isPresent()) {
      return outside.get();
    }
    return switch (run(map.read().getAsInt(), 2 * first, 2 * words, new int[0])) {
      case End.Failed failed -> HeadBus.access(failed.look());
      case End.Done done ->
          new TagAccess.Done(Arrays.stream(words(done.bytes(), false)).boxed().toList());
    };
  }

  @Override
  public TagAccess write(int first, int... words) throws ModbusFailure, InterruptedException {
    if (map.write().isEmpty()) {
      return new TagAccess.NotOffered("the profile names no command for it");
    }
    Optional<TagAccess> outside = HeadTalk.outside(first, words.length, map.dataWords());
    if (outside.isPresent()) {
      return outside.get();
    }
    int[] data = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      data[i] =
          map.lowByteFirst()
              ? ((words[i] & 0xFF) << 8) | ((words[i] >> 8) & 0xFF)
              : words[i] & 0xFFFF;
    }
    return switch (run(map.write().getAsInt(), 2 * first, 2 * words.length, data)) {
      case End.Failed failed -> HeadBus.access(failed.look());
      case End.Done done -> new TagAccess.Done(List.of());
    };
  }
}
