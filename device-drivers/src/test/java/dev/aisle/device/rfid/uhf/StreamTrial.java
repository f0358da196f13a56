package dev.aisle.device.rfid.uhf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every codec must stand: cuts, flipped bits, noise and sheer chance. */
public final class StreamTrial<F> {
  private final FrameCodec<F> codec;

  public StreamTrial(FrameCodec<F> codec) {
    this.codec = codec;
  }

  /** Everything in the bytes, until the last one is accounted for. */
  public List<Decoded<F>> all(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Decoded<F>> out = new ArrayList<>(codec.decode(in));
    while (in.hasRemaining()) {
      out.addAll(codec.giveUp(in));
    }
    return out;
  }

  public List<F> frames(byte[] bytes) {
    List<F> out = new ArrayList<>();
    for (Decoded<F> one : all(bytes)) {
      if (one instanceof Decoded.Frame<F>(F frame)) {
        out.add(frame);
      }
    }
    return out;
  }

  /** The same, cut at random places. */
  public List<Decoded<F>> inPieces(byte[] bytes, Random random, int longest) {
    List<Decoded<F>> out = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.allocate(2 * codec.longestFrame());
    int at = 0;
    while (at < bytes.length) {
      int size = Math.min(1 + random.nextInt(longest), bytes.length - at);
      assertThat(buffer.remaining()).as("room in the buffer").isGreaterThanOrEqualTo(size);
      buffer.put(bytes, at, size);
      at += size;
      buffer.flip();
      out.addAll(codec.decode(buffer));
      buffer.compact();
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.addAll(codec.giveUp(buffer));
    }
    return out;
  }

  /** Damages one frame bit by bit between two others; only those two may come out. */
  public void everyFlippedBitIsRefused(byte[] frame, byte[] before, byte[] after) {
    List<F> neighbours = frames(joined(before, after));
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] flipped = frame.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      List<Decoded<F>> out = all(joined(before, flipped, after));
      List<F> frames = new ArrayList<>();
      int noise = 0;
      for (Decoded<F> one : out) {
        switch (one) {
          case Decoded.Frame<F>(F good) -> frames.add(good);
          case Decoded.Noise<F> skipped -> noise++;
        }
      }
      assertThat(frames).as("bit %d of %s", bit, Hex.of(frame)).isEqualTo(neighbours);
      assertThat(noise).as("bit %d of %s", bit, Hex.of(frame)).isEqualTo(frame.length);
    }
  }

  /** Random bytes with what frames are made of mixed in; whatever comes out is whole. */
  public List<F> fuzzed(long seed, int length, byte[] common, List<byte[]> samples) {
    Random random = new Random(seed);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    while (stream.size() < length) {
      switch (random.nextInt(4)) {
        case 0 -> stream.write(random.nextInt(256));
        case 1 -> stream.write(common[random.nextInt(common.length)]);
        default -> {
          byte[] sample = samples.get(random.nextInt(samples.size())).clone();
          for (int i = random.nextInt(3); i > 0; i--) {
            sample[random.nextInt(sample.length)] = (byte) random.nextInt(256);
          }
          stream.write(sample, 0, 1 + random.nextInt(sample.length));
        }
      }
    }
    byte[] bytes = stream.toByteArray();
    List<Decoded<F>> whole = all(bytes);
    assertThat(inPieces(bytes, random, 60).equals(whole)).as("the same however cut").isTrue();
    int seen = 0;
    List<F> frames = new ArrayList<>();
    for (Decoded<F> one : whole) {
      switch (one) {
        case Decoded.Frame<F>(F frame) -> {
          frames.add(frame);
          seen += codec.encode(frame).length;
        }
        case Decoded.Noise<F> skipped -> seen++;
      }
    }
    assertThat(seen).isEqualTo(bytes.length);
    return frames;
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
