package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Published frames, damaged, and plain noise before a good frame. Every byte must be accounted for,
 * every frame that comes out must be in the input byte for byte, and the good frame must come out.
 * The one exception lies in any checksum: damage that happens to have a right one and to reach into
 * the good frame is a frame, and is counted.
 */
final class FrameFuzz<F> implements FuzzTarget {
  private static final int CUT_EVERY = 16;
  private static final int LONGEST_PIECE = 24;

  private final UhfDialect<F> dialect;
  private final FrameCodec<F> codec;
  private final Damage samples;
  private final byte[] buffer = new byte[1024];
  private final ByteBuffer line;
  private long inputs;

  FrameFuzz(UhfDialect<F> dialect, List<String> published) {
    this.dialect = dialect;
    this.codec = dialect.codec();
    this.samples = new Damage(published.stream().map(Hex::bytes).toList());
    this.line = ByteBuffer.allocate(2 * codec.longestFrame());
  }

  @Override
  public boolean one(SplittableRandom random) {
    return check(samples.damaged(buffer, random), random, inputs++ % CUT_EVERY == 0);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices, true);
  }

  @Override
  public List<byte[]> samples() {
    return samples.samples();
  }

  private boolean check(int damaged, SplittableRandom random, boolean cut) {
    byte[] neighbour = samples.any(random);
    System.arraycopy(neighbour, 0, buffer, damaged, neighbour.length);
    int length = damaged + neighbour.length;
    try {
      ByteBuffer in = ByteBuffer.wrap(buffer, 0, length);
      List<Decoded<F>> whole = codec.decode(in);
      if (in.hasRemaining()) {
        whole = new ArrayList<>(whole);
        goOn(in, whole);
      }
      boolean byChance = judge(whole, damaged, length);
      if (cut && !whole.equals(inPieces(length, random))) {
        throw new IllegalStateException("it matters how the stream is cut");
      }
      return byChance;
    } catch (RuntimeException e) {
      String hex = Hex.of(buffer, 0, length);
      throw new IllegalStateException("%s: %s".formatted(e.getMessage(), hex), e);
    }
  }

  private void goOn(ByteBuffer in, List<Decoded<F>> out) {
    while (in.hasRemaining()) {
      int before = in.remaining();
      out.addAll(codec.giveUp(in));
      if (in.remaining() >= before) {
        throw new IllegalStateException("giving up did not go on");
      }
    }
  }

  private boolean judge(List<Decoded<F>> all, int damaged, int length) {
    int at = 0;
    boolean heard = false;
    boolean byChance = false;
    for (Decoded<F> one : all) {
      switch (one) {
        case Decoded.Noise<F>(byte skipped) -> {
          if (skipped != buffer[at]) {
            throw new IllegalStateException("noise that was not there");
          }
          at++;
        }
        case Decoded.Frame<F>(F frame) -> {
          byte[] again = codec.encode(frame);
          int end = at + again.length;
          if (end > length || !Arrays.equals(again, 0, again.length, buffer, at, end)) {
            throw new IllegalStateException("a frame that was not there: " + frame);
          }
          heard |= at == damaged;
          byChance |= at < damaged && end > damaged;
          if (at != damaged) {
            dialect.heard(frame);
            dialect.explain(frame);
          }
          at = end;
        }
      }
    }
    if (at != length) {
      throw new IllegalStateException("%d of %d bytes accounted for".formatted(at, length));
    }
    if (!heard && !byChance) {
      throw new IllegalStateException("the neighbour is lost");
    }
    return byChance;
  }

  private List<Decoded<F>> inPieces(int length, SplittableRandom random) {
    List<Decoded<F>> out = new ArrayList<>();
    line.clear();
    int at = 0;
    while (at < length) {
      int count = Math.min(random.nextInt(1, LONGEST_PIECE), length - at);
      line.put(buffer, at, count).flip();
      out.addAll(codec.decode(line));
      line.compact();
      at += count;
    }
    line.flip();
    goOn(line, out);
    return out;
  }
}
