package dev.aisle.sim.bench;

import dev.aisle.device.rfid.a0.A0Frame;
import dev.aisle.device.rfid.a0.A0FrameCodec;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.BbFrameCodec;
import dev.aisle.device.rfid.chafon.ChafonFrame;
import dev.aisle.device.rfid.chafon.ChafonFrameCodec;
import dev.aisle.device.rfid.uhf.FrameCodec;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Tag reports of each protocol, as a reader with many tags before it sends them. */
final class FrameStreams {
  static final List<String> PROTOCOLS = List.of("bb", "a0", "chafon18", "chafon288");
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
              epc ->
                  BbFrame.of(BbFrame.Type.NOTICE, 0x22, joined(epc, 0xC9, 0x34, 0x00, 0x5A, 0x3C)));
      case "a0" ->
          stream(
              new A0FrameCodec(), epc -> A0Frame.of(1, 0x89, joined(epc, 0x31, 0x30, 0x00, 0x4B)));
      case "chafon18" ->
          stream(
              new ChafonFrameCodec(),
              epc -> ChafonFrame.answer(0, 0x01, 0x01, joined(epc, 0x01, EPC_BYTES)));
      case "chafon288" ->
          stream(
              new ChafonFrameCodec(),
              epc -> ChafonFrame.answer(0, 0xEE, 0x00, joined(epc, 0x01, EPC_BYTES, 0x55)));
      default -> throw new IllegalArgumentException("no stream of " + protocol);
    };
  }

  /** Bytes before and after the EPC: one after when there are more than two, otherwise none. */
  private static byte[] joined(byte[] epc, int... around) {
    int after = around.length > 2 ? around.length == 5 ? 2 : 1 : 0;
    byte[] all = new byte[epc.length + around.length];
    int before = around.length - after;
    for (int i = 0; i < before; i++) {
      all[i] = (byte) around[i];
    }
    System.arraycopy(epc, 0, all, before, epc.length);
    for (int i = 0; i < after; i++) {
      all[before + epc.length + i] = (byte) around[before + i];
    }
    return all;
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
