package dev.aisle.device.barcode;

import dev.aisle.device.barcode.ScannerSettings.Suffix;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts the bytes of a scanner into codes. Knows no port and no clock. */
public final class ScanFrames {
  private static final int STX = 2;
  private static final int ETX = 3;

  private final ScannerSettings settings;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private boolean tooLong;
  private int dropped;

  public ScanFrames(ScannerSettings settings) {
    this.settings = settings;
  }

  /** Takes all bytes and gives the codes that are complete. */
  public List<String> take(ByteBuffer bytes) {
    List<String> codes = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int next = bytes.get() & 0xFF;
      if (ends(next)) {
        finish(codes);
      } else if (next == STX && settings.suffix() == Suffix.ETX) {
        dropped += code.size();
        code.reset();
        tooLong = false;
      } else if (tooLong || code.size() == settings.longest()) {
        dropped += code.size() + 1;
        code.reset();
        tooLong = true;
      } else {
        code.write(next);
      }
    }
    return codes;
  }

  /** Nothing came for so long that what is there is a code, or the rest of a broken one. */
  public List<String> pause() {
    List<String> codes = new ArrayList<>();
    if (settings.suffix() == Suffix.NONE) {
      finish(codes);
    } else {
      dropped += code.size();
      code.reset();
      tooLong = false;
    }
    return codes;
  }

  public boolean isWithinCode() {
    return code.size() > 0 || tooLong;
  }

  /** Bytes that belonged to no code, since the last question. */
  public int takeDropped() {
    int count = dropped;
    dropped = 0;
    return count;
  }

  public void forget() {
    code.reset();
    tooLong = false;
    dropped = 0;
  }

  private void finish(List<String> codes) {
    if (code.size() > 0 && !tooLong) {
      codes.add(code.toString(settings.charset()));
    }
    code.reset();
    tooLong = false;
  }

  private boolean ends(int next) {
    return switch (settings.suffix()) {
      case LINE -> next == '\r' || next == '\n';
      case ETX -> next == ETX;
      case TAB -> next == '\t';
      case NONE -> false;
    };
  }
}
