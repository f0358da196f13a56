package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.scale.ScaleFormat;
import dev.aisle.device.scale.ScaleLines;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damaged lines of a scale before a good one. The good line must come out as what it says alone,
 * whatever stands before its line end; more than a line's length is never kept.
 */
final class ScaleFuzz implements FuzzTarget {
  private static final int CUT_EVERY = 16;
  private static final int LONGEST_PIECE = 24;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Good(byte[] line, ScaleLines.Decoded said) {}

  private final ScaleFormat format;
  private final Damage lines;
  private final List<Good> good;
  private final byte[] buffer = new byte[1024];
  private final ByteBuffer kept = ByteBuffer.allocate(ScaleLines.LONGEST + LONGEST_PIECE);
  private long inputs;

  /**
   * @param printed lines of the format without their ends
   * @throws IllegalArgumentException when the format does not know one of them
   */
  ScaleFuzz(ScaleFormat format, List<String> printed) {
    this.format = format;
    List<byte[]> samples =
        printed.stream().map(line -> (line + "\r\n").getBytes(StandardCharsets.US_ASCII)).toList();
    this.lines = new Damage(samples);
    this.good = new ArrayList<>();
    for (byte[] sample : samples) {
      List<ScaleLines.Decoded> said = ScaleLines.decode(ByteBuffer.wrap(sample), format);
      if (said.size() != 1 || !(said.getFirst() instanceof ScaleLines.Decoded.Said)) {
        throw new IllegalArgumentException("no line of the format: " + Hex.of(sample));
      }
      good.add(new Good(sample, said.getFirst()));
    }
  }

  @Override
  public boolean one(SplittableRandom random) {
    return check(lines.damaged(buffer, random), random, inputs++ % CUT_EVERY == 0);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices, true);
  }

  @Override
  public List<byte[]> samples() {
    return lines.samples();
  }

  private boolean check(int damaged, SplittableRandom random, boolean cut) {
    int length = damaged;
    buffer[length++] = (byte) (random.nextBoolean() ? '\r' : '\n');
    Good neighbour = good.get(random.nextInt(good.size()));
    System.arraycopy(neighbour.line, 0, buffer, length, neighbour.line.length);
    length += neighbour.line.length;
    try {
      ByteBuffer in = ByteBuffer.wrap(buffer, 0, length);
      List<ScaleLines.Decoded> all = ScaleLines.decode(in, format);
      if (in.hasRemaining()) {
        throw new IllegalStateException("a line that has ended is kept");
      }
      if (all.isEmpty() || !all.getLast().equals(neighbour.said)) {
        throw new IllegalStateException("the neighbour is lost");
      }
      if (cut && !all.equals(inPieces(length, random))) {
        throw new IllegalStateException("it matters how the stream is cut");
      }
      return false;
    } catch (RuntimeException e) {
      throw Damage.broken(e, buffer, length);
    }
  }

  private List<ScaleLines.Decoded> inPieces(int length, SplittableRandom random) {
    List<ScaleLines.Decoded> out = new ArrayList<>();
    kept.clear();
    for (int at = 0; at < length; ) {
      int count = Math.min(random.nextInt(1, LONGEST_PIECE), length - at);
      kept.put(buffer, at, count).flip();
      out.addAll(ScaleLines.decode(kept, format));
      kept.compact();
      at += count;
    }
    return out;
  }
}
