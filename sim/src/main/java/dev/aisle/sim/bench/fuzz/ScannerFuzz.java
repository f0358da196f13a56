package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.barcode.CodeReader;
import dev.aisle.device.barcode.ScanFrames;
import dev.aisle.device.barcode.ScannedCode;
import dev.aisle.device.barcode.ScannerSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damaged scans before a good one, cut into codes and read as what they mean: symbology, GS1
 * element strings, item numbers, Digital Links. The good one must come out with the same meaning.
 */
final class ScannerFuzz implements FuzzTarget {
  private static final int LONGEST_CODE = 80;

  /** GS1 General Specifications and the Digital Link standard print most of these. */
  private static final List<String> SCANS =
      List.of(
          "]C10106141411234561728123110ABC\u001d21456",
          "]d201095211410000061726123110L-1\u001d3103001250",
          "]Q3https://id.gs1.org/01/09521141000006/10/ABC/21/456?17=281231",
          "00106141412345678908",
          "]E04006381333931",
          "]C0SHELF-01-02",
          "]e00109521141000006310300125015281231",
          "(01)09521141000006(10)ABC");

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Good(byte[] bytes, String code, ScannedCode meaning) {}

  private final Damage scans;
  private final List<Good> good;
  private final ScanFrames frames;
  private final byte[] buffer = new byte[1024];

  ScannerFuzz() {
    ScannerSettings usual = ScannerSettings.standard();
    frames =
        new ScanFrames(
            new ScannerSettings(usual.suffix(), usual.pause(), LONGEST_CODE, usual.charset()));
    scans =
        new Damage(
            SCANS.stream().map(code -> (code + "\r").getBytes(StandardCharsets.UTF_8)).toList());
    good =
        SCANS.stream()
            .map(
                code ->
                    new Good(
                        (code + "\r").getBytes(StandardCharsets.UTF_8),
                        code,
                        CodeReader.read(code)))
            .toList();
  }

  @Override
  public boolean one(SplittableRandom random) {
    return check(scans.damaged(buffer, random), random);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices);
  }

  @Override
  public List<byte[]> samples() {
    return scans.samples();
  }

  private boolean check(int damaged, SplittableRandom random) {
    int length = damaged;
    buffer[length++] = (byte) (random.nextBoolean() ? '\r' : '\n');
    Good neighbour = good.get(random.nextInt(good.size()));
    System.arraycopy(neighbour.bytes, 0, buffer, length, neighbour.bytes.length);
    length += neighbour.bytes.length;
    try {
      List<String> codes = frames.take(ByteBuffer.wrap(buffer, 0, length));
      if (codes.isEmpty() || !codes.getLast().equals(neighbour.code) || frames.isWithinCode()) {
        throw new IllegalStateException("the neighbour is lost");
      }
      for (String code : codes) {
        if (code.length() > LONGEST_CODE) {
          throw new IllegalStateException("a code longer than is taken");
        }
        CodeReader.symbology(code);
        ScannedCode meaning = CodeReader.read(code);
        if (code.equals(neighbour.code) && !meaning.equals(neighbour.meaning)) {
          throw new IllegalStateException("the neighbour means something else");
        }
      }
      return false;
    } catch (RuntimeException e) {
      throw Damage.broken(e, buffer, length);
    }
  }
}
