package dev.aisle.sim.bench.reads;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.a0.A0Frame;
import dev.aisle.device.rfid.a0.A0FrameCodec;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.BbFrameCodec;
import dev.aisle.device.rfid.chafon.ChafonFrame;
import dev.aisle.device.rfid.chafon.ChafonFrameCodec;
import dev.aisle.device.rfid.thingmagic.TmFrame;
import dev.aisle.device.rfid.thingmagic.TmFrameCodec;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Tag reports of each protocol, as a reader with many tags before it sends them. */
final class FrameStreams {
  static final List<String> PROTOCOLS = List.of("bb", "a0", "chafon18", "chafon288", "thingmagic");

  /** All that the module tells of a read before its EPC, of a streamed answer. */
  private static final String THINGMAGIC_METADATA =
      "10001B01FF0101C4110E16400000012700000500000F00803000";

  private static final int FRAMES = 2_000;
  private static final int EPC_BYTES = 12;

  private FrameStreams() {}

  /** Bytes, and the codec that takes the frames out of them. */
  static final class Stream {
    private final FrameCodec<?> codec;
    private final byte[] bytes;
    private final int frames;

    Stream(FrameCodec<?> codec, byte[] bytes, int frames) {
      this.codec = codec;
      this.bytes = bytes;
      this.frames = frames;
    }

    FrameCodec<?> codec() {
      return codec;
    }

    /** Not to be changed. */
    byte[] bytes() {
      return bytes;
    }

    int frames() {
      return frames;
    }

    double bytesPerFrame() {
      return (double) bytes.length / frames;
    }
  }

  static Stream of(String protocol) {
    return switch (protocol) {
      case "bb" ->
          stream(
              new BbFrameCodec(),
              epc -> BbFrame.of(BbFrame.Type.NOTICE, 0x22, joined("C93000", epc, "5A3C")));
      case "a0" ->
          stream(new A0FrameCodec(), epc -> A0Frame.of(1, 0x89, joined("313000", epc, "4B")));
      case "chafon18" ->
          stream(
              new ChafonFrameCodec(),
              epc -> ChafonFrame.answer(0, 0x01, 0x01, joined("010C", epc, "")));
      case "chafon288" ->
          stream(
              new ChafonFrameCodec(),
              epc -> ChafonFrame.answer(0, 0xEE, 0x00, joined("010C", epc, "55")));
      case "thingmagic" ->
          stream(
              TmFrameCodec.ofResponses(),
              epc -> TmFrame.response(0x22, 0, joined(THINGMAGIC_METADATA, epc, "1545")));
      default -> throw new IllegalArgumentException("no stream of " + protocol);
    };
  }

  private static byte[] joined(String before, byte[] epc, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Hex.bytes(before));
    all.writeBytes(epc);
    all.writeBytes(Hex.bytes(after));
    return all.toByteArray();
  }

  private static <F> Stream stream(FrameCodec<F> codec, Function<byte[], F> frameOf) {
    SplittableRandom random = new SplittableRandom(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] epc = new byte[EPC_BYTES];
    for (int i = 0; i < FRAMES; i++) {
      random.nextBytes(epc);
      bytes.writeBytes(codec.encode(frameOf.apply(epc)));
    }
    return new Stream(codec, bytes.toByteArray(), FRAMES);
  }
}
