package dev.aisle.sim.modbus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A head of a Pepperl+Fuchs IDENTControl. A telegram is taken when its toggle bit differs from the
 * last; answers wait in a queue of 32 and each look at the window takes the next, the last one
 * staying there. 1D tells every tag that comes and goes; every other command ends it.
 */
public final class IdentControlHead implements ModbusUnit {
  private static final int STRIDE = 1000;
  private static final int QUEUE = 32;
  private static final int WORD_BYTES = 4;
  private static final int CHANGE_TAG = 0x04;
  private static final int WATCH = 0x1D;
  private static final int READ = 0x10;
  private static final int WRITE = 0x40;
  private static final int WRONG = 0x04;
  private static final int NO_TAG = 0x05;
  private static final int NO_HEAD = 0x06;

  private final int channel;
  private final HeadMemory tag = new HeadMemory();
  private final Deque<int[]> waiting = new ArrayDeque<>();
  private int[] window = new int[4];
  private int lastToggle = -1;
  private int replies;
  private int watching = -1;
  private boolean missing;
  private String tagType = "";

  public IdentControlHead(int channel) {
    this.channel = channel;
  }

  public synchronized void sense(Optional<String> uidHex) {
    if (tag.show(uidHex) && watching >= 0) {
      tell(watching);
    }
  }

  /** Pulls the head's cable, or plugs it in again. */
  public synchronized void unplug(boolean on) {
    missing = on;
    if (watching >= 0) {
      tell(watching);
    }
  }

  /** What the master has set last. */
  public synchronized String tagType() {
    return tagType;
  }

  private void tell(int echo) {
    if (missing) {
      reply(WATCH, echo, NO_HEAD, new byte[0]);
    } else if (tag.present()) {
      reply(WATCH, echo, 0, tag.uid());
    } else {
      reply(WATCH, echo, NO_TAG, new byte[0]);
    }
  }

  private void reply(int command, int echo, int status, byte[] data) {
    replies = (replies + 1) & 0xFF;
    int[] words = new int[4 + (data.length + 1) / 2];
    words[0] = waiting.size() * 100 / QUEUE;
    words[1] = 6 + data.length;
    words[2] = (command << 8) | (channel << 1) | (echo & 1);
    words[3] = (status << 8) | replies;
    System.arraycopy(HeadMemory.words(data, words.length - 4), 0, words, 4, words.length - 4);
    if (waiting.size() < QUEUE) {
      waiting.add(words);
    }
  }

  @Override
  public synchronized int[] registers(int first, int count) throws Refusal {
    if (first != channel * STRIDE) {
      throw Refusal.address();
    }
    int[] next = waiting.poll();
    if (next != null) {
      window = next;
    }
    return Arrays.copyOf(window, count);
  }

  @Override
  public synchronized void writeRegisters(int first, int[] values) throws Refusal {
    if (first != channel * STRIDE || values.length < 3) {
      throw Refusal.address();
    }
    if ((values[0] & 1) == 1) {
      waiting.clear();
    }
    int toggle = values[2] & 1;
    if (toggle == lastToggle) {
      return;
    }
    lastToggle = toggle;
    watching = -1;
    int command = values[2] >> 8;
    int words = (values[2] >> 4) & 0xF;
    int parameters = values[1] - 4;
    byte[] given = HeadMemory.bytes(Arrays.copyOfRange(values, 3, values.length));
    if (parameters > given.length || parameters < 0) {
      reply(command, toggle, WRONG, new byte[0]);
      return;
    }
    obey(command, toggle, words, Arrays.copyOf(given, parameters));
  }

  private void obey(int command, int toggle, int words, byte[] given) {
    switch (command) {
      case CHANGE_TAG -> {
        tagType = HexFormat.of().formatHex(given);
        reply(command, toggle, 0, new byte[0]);
      }
      case WATCH -> {
        watching = toggle;
        tell(toggle);
      }
      case READ, WRITE -> access(command, toggle, words * WORD_BYTES, given);
      default -> reply(command, toggle, WRONG, new byte[0]);
    }
  }

  private void access(int command, int toggle, int bytes, byte[] given) {
    int from = given.length < 2 ? -1 : DataUnits.word(given, 0) * WORD_BYTES;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int status = 0;
    if (!HeadMemory.has(from, bytes) || (command == WRITE && given.length != 2 + bytes)) {
      status = WRONG;
    } else if (missing) {
      status = NO_HEAD;
    } else if (!tag.present()) {
      status = NO_TAG;
    } else if (command == READ) {
      data.writeBytes(tag.read(from, bytes));
    } else {
      tag.write(from, Arrays.copyOfRange(given, 2, given.length));
    }
    reply(command, toggle, status, data.toByteArray());
  }
}
