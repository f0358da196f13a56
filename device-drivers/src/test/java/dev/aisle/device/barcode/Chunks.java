package dev.aisle.device.barcode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Bytes that come in pieces. */
final class Chunks {
  private Chunks() {}

  static List<String> of(byte[] bytes, int chunk, ScannerSettings settings) {
    ScanFrames frames = new ScanFrames(settings);
    List<String> codes = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += chunk) {
      codes.addAll(frames.take(ByteBuffer.wrap(bytes, at, Math.min(chunk, bytes.length - at))));
    }
    return codes;
  }
}
