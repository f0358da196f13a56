package dev.aisle.hmi.bridge.device.telegram;

import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line whose bytes are also told as telegrams, for devices that speak text: what was sent in one
 * go is one telegram, what is heard is cut at line ends, at ETX, and where nothing more comes.
 */
public final class TappedLink implements ByteLink {
  /** More of one telegram is not shown. */
  private static final int SHOWN = 1_024;

  private static final int ETX = 3;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final ByteLink link;
  private final TelegramLog telegrams;
  private final Clock clock;
  private final byte[] heard = new byte[SHOWN];
  private int length;

  public TappedLink(ByteLink link, TelegramLog telegrams, Clock clock) {
    this.link = link;
    this.telegrams = telegrams;
    this.clock = clock;
  }

  @Override
  public String address() {
    return link.address();
  }

  @Override
  public void open() throws IOException {
    length = 0;
    link.open();
  }

  @Override
  public int read(ByteBuffer into) throws IOException, InterruptedException {
    int from = into.position();
    return tell(into, from, link.read(into));
  }

  @Override
  public int read(ByteBuffer into, Duration atMost) throws IOException, InterruptedException {
    int from = into.position();
    return tell(into, from, link.read(into, atMost));
  }

  private int tell(ByteBuffer into, int from, int count) {
    for (int i = from; i < from + count; i++) {
      byte one = into.get(i);
      heard[length++] = one;
      if (one == '\r' || one == '\n' || one == ETX || length == SHOWN) {
        flush();
      }
    }
    if (count == 0) {
      flush();
    }
    return count;
  }

  private void flush() {
    byte[] bytes = Arrays.copyOf(heard, length);
    length = 0;
    if (!text(bytes).isEmpty()) {
      add(false, bytes);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    link.write(bytes);
    add(true, bytes);
  }

  private void add(boolean sent, byte[] bytes) {
    byte[] shown = bytes.length > SHOWN ? Arrays.copyOf(bytes, SHOWN) : bytes;
    Map<String, Object> meaning = new LinkedHashMap<>();
    meaning.put("type", "text");
    meaning.put("text", text(shown));
    if (bytes.length > SHOWN) {
      meaning.put("bytes", bytes.length);
    }
    telegrams.add(clock.instant(), sent, HEX.formatHex(shown), meaning);
  }

  /** Control characters are left out; the bytes show them. */
  private static String text(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
        .replaceAll("\\p{Cntrl}", " ")
        .strip();
  }

  @Override
  public void discard() throws IOException {
    link.discard();
  }

  @Override
  public void close() {
    link.close();
  }
}
