package dev.aisle.sim.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured must be the work itself. */
class KernelsTest {
  static List<String> protocols() {
    return FrameStreams.PROTOCOLS;
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void theMeasuredStreamIsMadeOfWholeFramesAndNothingElse(String protocol) {
    FrameStreams.Stream stream = FrameStreams.of(protocol);
    ByteBuffer all = ByteBuffer.wrap(stream.bytes());
    assertThat(stream.codec().decode(all))
        .hasSize(stream.frames())
        .allMatch(one -> one instanceof Decoded.Frame<?>);
    assertThat(all.hasRemaining()).isFalse();
  }
}
