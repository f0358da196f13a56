package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.modbus.HeadProfile.Table;
import dev.aisle.device.rfid.modbus.HeadProfile.Telegrams;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Telegrams in a window of registers. One command makes the head tell every tag that comes or goes;
 * a telegram is new when its reply counter is another one than before. A command is only taken when
 * its toggle bit differs from the last.
 */
final class TelegramTalk implements HeadTalk {
  private static final int HEADER_BYTES = 6;
  private static final int MOST_WAITING = 32;
  private static final int TRIES = 3;
  private static final long LOOK_MS = 20;

  private final Telegrams map;
  private final HeadBus bus;
  private final int first;
  private boolean toggle;
  private boolean watching;
  private int asked;
  private long askedAt;
  private boolean answered;
  private OptionalInt lastCounter = OptionalInt.empty();
  private Look last = new Look.Busy();

  TelegramTalk(Telegrams map, HeadBus bus, int channel) {
    this.map = map;
    this.bus = bus;
    this.first = channel * map.stride();
  }

  /** A telegram of the head. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and seen by this class only
  private record Reply(int command, boolean toggle, int status, int counter, byte[] data) {}

  @Override
  public Look look() throws ModbusFailure, InterruptedException {
    if (!watching) {
      Optional<Look> failed = begin();
      if (failed.isPresent()) {
        return failed.get();
      }
    }
    for (int i = 0; i < MOST_WAITING; i++) {
      Reply reply = next();
      if (reply == null) {
        break;
      }
      if (reply.command() == map.identify()) {
        take(reply);
      }
    }
    if (!answered && System.nanoTime() - askedAt >= map.patience().toNanos()) {
      if (asked >= TRIES) {
        forget();
        return Look.Wrong.nonsense("the head takes no command");
      }
      identify();
    }
    return last;
  }

  private void take(Reply reply) {
    if (reply.status() == 0) {
      answered = true;
      last = new Look.Tag(Hex.of(reply.data()), reply.counter());
      return;
    }
    Look meant = bus.explain(reply.status());
    if (!(meant instanceof Look.Busy)) {
      answered = true;
      last = meant;
    }
  }

  private Optional<Look> begin() throws ModbusFailure, InterruptedException {
    // What the window holds now was told before our time.
    Reply old = parse(window());
    lastCounter = old == null ? OptionalInt.empty() : OptionalInt.of(old.counter());
    toggle = old == null || old.toggle();
    asked = 0;
    if (map.tagTypeCommand().isPresent() && map.tagType().isPresent()) {
      String type = map.tagType().get();
      int word = (type.charAt(0) << 8) | type.charAt(1);
      TagAccess outcome = single(map.tagTypeCommand().getAsInt(), 0, word);
      if (!(outcome instanceof TagAccess.Done)) {
        return Optional.of(Look.Wrong.nonsense("the tag type '%s' is refused".formatted(type)));
      }
    }
    identify();
    watching = true;
    return Optional.empty();
  }

  private void identify() throws ModbusFailure {
    asked++;
    answered = false;
    askedAt = System.nanoTime();
    send(map.identify(), 0);
  }

  /**
   * Length from itself on, command, word count and toggle bit, parameters; the window says which
   * channel.
   */
  private void send(int command, int wordCount, int... parameters) throws ModbusFailure {
    toggle = !toggle;
    int[] out = new int[3 + parameters.length];
    out[1] = 4 + 2 * parameters.length;
    out[2] = (command << 8) | (wordCount << 4) | (toggle ? 1 : 0);
    System.arraycopy(parameters, 0, out, 3, parameters.length);
    bus.write(first, out);
  }

  private int[] window() throws ModbusFailure {
    return bus.read(Table.HOLDING, first, map.windowWords());
  }

  private @Nullable Reply next() throws ModbusFailure {
    Reply reply = parse(window());
    if (reply == null || (lastCounter.isPresent() && lastCounter.getAsInt() == reply.counter())) {
      return null;
    }
    lastCounter = OptionalInt.of(reply.counter());
    return reply;
  }

  private @Nullable Reply parse(int[] window) {
    int length = window[1];
    int bytes = 2 * (map.windowWords() - 1);
    if (length < HEADER_BYTES || length > bytes) {
      return null;
    }
    byte[] data = new byte[length - HEADER_BYTES];
    for (int i = 0; i < data.length; i++) {
      int word = window[4 + i / 2];
      data[i] = (byte) (i % 2 == 0 ? word >> 8 : word);
    }
    return new Reply(window[2] >> 8, (window[2] & 1) == 1, window[3] >> 8, window[3] & 0xFF, data);
  }

  @Override
  public void forget() {
    watching = false;
    last = new Look.Busy();
  }

  /** Sends one command and waits for its answer; the watching has to begin again afterwards. */
  private TagAccess single(int command, int wordCount, int... parameters)
      throws ModbusFailure, InterruptedException {
    send(command, wordCount, parameters);
    long end = System.nanoTime() + map.patience().toNanos();
    do {
      Reply reply = next();
      if (reply == null || reply.command() != command) {
        Thread.sleep(LOOK_MS);
        continue;
      }
      if (reply.status() == 0) {
        return new TagAccess.Done(words(reply.data()));
      }
      Look meant = bus.explain(reply.status());
      if (!(meant instanceof Look.Busy)) {
        return HeadBus.access(meant);
      }
    } while (System.nanoTime() - end < 0);
    return new TagAccess.Unknown("the head did not answer in time");
  }

  private static java.util.List<Integer> words(byte[] data) {
    Integer[] words = new Integer[data.length / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = ((data[2 * i] & 0xFF) << 8) | (data[2 * i + 1] & 0xFF);
    }
    return Arrays.asList(words);
  }

  @Override
  public TagAccess read(int from, int words) throws ModbusFailure, InterruptedException {
    int perWord = map.wordBytes() / 2;
    if (map.readWords().isEmpty() || perWord == 0) {
      return new TagAccess.NotOffered("the profile names no command for it");
    }
    if (from % perWord != 0 || words % perWord != 0) {
      return new TagAccess.Refused("the tag's words have %d bytes".formatted(map.wordBytes()));
    }
    Optional<TagAccess> outside = HeadTalk.outside(from, words / perWord, 15);
    if (outside.isPresent()) {
      return outside.get();
    }
    try {
      return single(map.readWords().getAsInt(), words / perWord, from / perWord);
    } finally {
      watching = false;
    }
  }

  @Override
  public TagAccess write(int from, int... words) throws ModbusFailure, InterruptedException {
    int perWord = map.wordBytes() / 2;
    if (map.writeWords().isEmpty() || perWord == 0) {
      return new TagAccess.NotOffered("the profile names no command for it");
    }
    if (from % perWord != 0 || words.length % perWord != 0) {
      return new TagAccess.Refused("the tag's words have %d bytes".formatted(map.wordBytes()));
    }
    Optional<TagAccess> outside = HeadTalk.outside(from, words.length / perWord, 15);
    if (outside.isPresent()) {
      return outside.get();
    }
    int[] parameters = new int[1 + words.length];
    parameters[0] = from / perWord;
    System.arraycopy(words, 0, parameters, 1, words.length);
    try {
      TagAccess done = single(map.writeWords().getAsInt(), words.length / perWord, parameters);
      return done instanceof TagAccess.Done ? new TagAccess.Done(java.util.List.of()) : done;
    } finally {
      watching = false;
    }
  }
}
