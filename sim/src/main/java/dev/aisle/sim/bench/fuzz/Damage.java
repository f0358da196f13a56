package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.rfid.Hex;
import java.util.List;
import java.util.SplittableRandom;

/** What a bad line makes of good telegrams: bytes lost, added and turned, and plain noise. */
final class Damage {
  private static final int MOST_NOISE = 64;

  private final byte[][] samples;

  /** Never changed, and none empty. */
  Damage(List<byte[]> samples) {
    this.samples = samples.toArray(new byte[0][]);
  }

  List<byte[]> samples() {
    return List.of(samples);
  }

  /** A good one; not to be changed. */
  byte[] any(SplittableRandom random) {
    return samples[random.nextInt(samples.length)];
  }

  /** Fills the beginning of the buffer and gives the length, at most one more than a sample's. */
  int damaged(byte[] buffer, SplittableRandom random) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      int count = random.nextInt(MOST_NOISE);
      for (int i = 0; i < count; i++) {
        buffer[i] = (byte) random.nextInt();
      }
      return count;
    }
    byte[] sample = any(random);
    System.arraycopy(sample, 0, buffer, 0, sample.length);
    int at = random.nextInt(sample.length);
    switch (kind) {
      case 1 -> {
        return at; // the end is lost
      }
      case 2 -> {
        System.arraycopy(sample, at, buffer, 0, sample.length - at); // the beginning is lost
        return sample.length - at;
      }
      case 3 -> {
        System.arraycopy(sample, at, buffer, at + 1, sample.length - at); // one byte too many
        buffer[at] = (byte) random.nextInt();
        return sample.length + 1;
      }
      case 4 -> {
        System.arraycopy(sample, at + 1, buffer, at, sample.length - at - 1); // one is missing
        return sample.length - 1;
      }
      case 5 -> buffer[at] ^= (byte) (1 << random.nextInt(8));
      default -> {
        for (int i = random.nextInt(1, 5); i > 0; i--) {
          buffer[random.nextInt(sample.length)] = (byte) random.nextInt();
        }
      }
    }
    return sample.length;
  }

  static RuntimeException broken(Object rule, byte[] buffer, int length) {
    return new IllegalStateException("%s: %s".formatted(rule, Hex.of(buffer, 0, length)));
  }
}
