package dev.aisle.sim.bench.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link CodecFuzz}, for a night's build. */
class CodecFuzzForMinutes {
  @MethodSource("publishedFrames")
  @FuzzTest(maxDuration = "10m")
  void noCodecBreaksARuleInTenMinutes(byte[] bytes) {
    CodecFuzz.feed(bytes);
  }

  static Stream<byte[]> publishedFrames() {
    return CodecFuzz.publishedFrames();
  }
}
