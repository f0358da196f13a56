package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.epc.EpcCodec;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Printed EPCs with turned bits, other lengths, and plain random memory of tags. */
final class EpcFuzz implements FuzzTarget {
  private static final List<String> PRINTED =
      List.of(
          "3074257BF7194E4000001A85",
          "3174257BF4499602D2000000",
          "3274257BF46072000000162E",
          "3374257BF40C0E400000162E",
          "3474257BF40000000000162E",
          "2D74257BF4499602D2000000",
          "2C74257BF46072000000162E",
          "350007AB70425D4000000586",
          "302376B9B0DC840000000001");
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();
  private static final int MOST_WORDS = 31;
  private static final int HEX_PER_WORD = 4;

  @Override
  public boolean one(SplittableRandom random) {
    char[] hex = PRINTED.get(random.nextInt(PRINTED.size())).toCharArray();
    switch (random.nextInt(3)) {
      case 0 -> hex = new char[HEX_PER_WORD * random.nextInt(1, MOST_WORDS + 1)];
      case 1 -> hex = Arrays.copyOf(hex, HEX_PER_WORD * random.nextInt(1, 14));
      default -> {
        for (int i = random.nextInt(1, 4); i > 0; i--) {
          hex[random.nextInt(hex.length)] = DIGITS[random.nextInt(DIGITS.length)];
        }
      }
    }
    for (int i = 0; i < hex.length; i++) {
      hex[i] = hex[i] == 0 ? DIGITS[random.nextInt(DIGITS.length)] : hex[i];
    }
    decode(random.nextInt(0x10000), new String(hex));
    return false;
  }

  /** Memory of a tag: whole words, and of the input the first ones. */
  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    int words = Math.min(input.length * 2 / HEX_PER_WORD, MOST_WORDS);
    if (words > 0) {
      String memory = Hex.of(input, 0, words * HEX_PER_WORD / 2);
      decode(choices.nextInt(0x10000), memory);
    }
    return false;
  }

  @Override
  public List<byte[]> samples() {
    return PRINTED.stream().map(Hex::bytes).toList();
  }

  private static void decode(int protocolControl, String text) {
    try {
      EpcCodec.decode(protocolControl, text);
      EpcCodec.decode(text);
    } catch (RuntimeException e) {
      throw new IllegalStateException("%s: %s".formatted(e, text), e);
    }
  }
}
