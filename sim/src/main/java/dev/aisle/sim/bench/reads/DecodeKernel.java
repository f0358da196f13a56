package dev.aisle.sim.bench.reads;

import dev.aisle.sim.bench.reads.FrameStreams.Stream;
import java.nio.ByteBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Two thousand tag reports of one protocol, in pieces as a port gives them. */
@State(Scope.Thread)
public class DecodeKernel {
  /** One of {@link FrameStreams#PROTOCOLS}. */
  @Param({"bb", "a0", "chafon18", "chafon288", "thingmagic"})
  public String protocol = "bb";

  private static final int PIECE = 4_096;

  private Stream stream = FrameStreams.of("bb");
  private ByteBuffer buffer = ByteBuffer.allocate(2 * PIECE);

  @Setup
  public void setUp() {
    stream = FrameStreams.of(protocol);
    buffer = ByteBuffer.allocate(2 * PIECE);
  }

  @Benchmark
  public void decode(Blackhole into) {
    byte[] bytes = stream.bytes();
    for (int at = 0; at < bytes.length; at += PIECE) {
      buffer.put(bytes, at, Math.min(PIECE, bytes.length - at));
      buffer.flip();
      into.consume(stream.codec().decode(buffer));
      buffer.compact();
    }
  }
}
