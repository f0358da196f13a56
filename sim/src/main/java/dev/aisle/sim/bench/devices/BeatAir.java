package dev.aisle.sim.bench.devices;

import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Air in which so many tags a second come by, each heard once. The EPC begins with a mark of the
 * reader and ends with the number of the tag, so that a read can be found again in the bytes of a
 * line.
 */
final class BeatAir implements AirField {
  /** Half of an EPC; no frame around a tag holds these bytes by chance. */
  private static final long MARK = 0xA15E_0000_0000L;

  private static final int HALF = 6;
  private static final int AT_ONCE = 20;
  private static final String NO_MEMORY = "E28011052000000000000000";

  private final int reader;
  private final double perSecond;
  private boolean on;
  private long startNanos;
  private int atStart;
  private int sent;

  /** One tag of one reader. */
  record Numbered(int reader, int number) {}

  BeatAir(int reader, double perSecond) {
    this.reader = reader;
    this.perSecond = perSecond;
  }

  synchronized void start() {
    startNanos = System.nanoTime();
    atStart = sent;
    on = true;
  }

  synchronized void stop() {
    on = false;
  }

  @Override
  public synchronized List<Echo> inventory(int antenna) {
    List<Echo> echoes = new ArrayList<>();
    if (on) {
      double wanted = perSecond * (System.nanoTime() - startNanos) / 1e9;
      for (int i = 0; i < AT_ONCE && sent - atStart < wanted; i++) {
        String epc = "%012X%012X".formatted(MARK | reader, sent++);
        echoes.add(new Echo(new EmulatedTag(epc, NO_MEMORY, 0), -55, 922_375, 90));
      }
    }
    return echoes;
  }

  @Override
  public boolean isConnected(int antenna) {
    return antenna >= 1 && antenna <= 4;
  }

  /** Which tag an EPC is. */
  static Numbered of(String epcHex) {
    byte[] epc = HexFormat.of().parseHex(epcHex);
    return new Numbered((int) number(epc, 0) & 0xFFFF_FFFF, (int) number(epc, HALF));
  }

  /** The tags whose EPC is in these bytes. */
  static List<Numbered> in(byte[] frame) {
    List<Numbered> found = new ArrayList<>();
    for (int at = 0; at + 2 * HALF <= frame.length; at++) {
      if (number(frame, at) >>> 32 == MARK >>> 32) {
        found.add(new Numbered((int) number(frame, at), (int) number(frame, at + HALF)));
        at += 2 * HALF - 1;
      }
    }
    return found;
  }

  private static long number(byte[] bytes, int at) {
    long number = 0;
    for (int i = at; i < at + HALF; i++) {
      number = number << 8 | (bytes[i] & 0xFF);
    }
    return number;
  }
}
