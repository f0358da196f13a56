package dev.aisle.sim.reader.line;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * What a device has said and what of it has left its port: byte after byte at the pace of the line
 * (start bit, eight data bits, stop bit), with the faults of the line. Knows no port and no clock.
 */
public final class PacedLine {
  private static final int BITS_PER_BYTE = 10;
  private static final int MOST_NOISE = 8;
  private static final int LEAST_GAP_MS = 5;
  private static final int MOST_GAP_MS = 40;
  private static final long NANOS_PER_MS = 1_000_000L;

  /** What is said beyond this is lost: a device has no room for more. */
  private static final int ROOM = 64 * 1024;

  /** Told when the last byte of a frame, as the device said it, has left the line. */
  @FunctionalInterface
  public interface Listener {
    void left(byte[] frame);
  }

  private static final class Piece {
    private final byte[] bytes;
    private final byte[] endsFrame;
    private final long notBefore;
    private final long gapNanos;
    private int gone;
    private boolean started;

    Piece(byte[] bytes, byte[] endsFrame, long notBefore, long gapNanos) {
      this.bytes = bytes;
      this.endsFrame = endsFrame;
      this.notBefore = notBefore;
      this.gapNanos = gapNanos;
    }
  }

  private static final byte[] NO_END = new byte[0];

  private final double byteNanos;
  private final RandomGenerator random;
  private final Listener listener;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private double freeAt;
  private long handOverAt;
  private LineFaults faults = LineFaults.NONE;
  private boolean wholeFrames;

  public PacedLine(int baud, RandomGenerator random, Listener listener) {
    this.byteNanos = 1e9 * BITS_PER_BYTE / baud;
    this.random = random;
    this.listener = listener;
  }

  /** From now on the line has these faults. One that falls silent loses what still waits too. */
  public void faults(LineFaults now) {
    if (now.silent()) {
      clear();
    }
    faults = now;
  }

  /** Hands a frame over only when its last byte has left, and then in one piece. */
  public void wholeFrames(boolean only) {
    wholeFrames = only;
  }

  /** Takes a whole frame. What the line has no room for is lost. */
  public void say(byte[] frame, long now) {
    if (faults.silent() || waitingBytes + frame.length + MOST_NOISE > ROOM) {
      return;
    }
    long notBefore = now + faults.late().toNanos();
    byte[] onTheWire = frame;
    if (!faults.equals(LineFaults.NONE)) {
      if (happens(faults.noise())) {
        byte[] noise = new byte[random.nextInt(1, MOST_NOISE + 1)];
        random.nextBytes(noise);
        add(new Piece(noise, NO_END, notBefore, 0));
      }
      onTheWire = damaged(frame);
    }
    if (happens(faults.split()) && onTheWire.length > 1) {
      int at = random.nextInt(1, onTheWire.length);
      long gap = random.nextLong(LEAST_GAP_MS * NANOS_PER_MS, MOST_GAP_MS * NANOS_PER_MS);
      add(new Piece(Arrays.copyOf(onTheWire, at), NO_END, notBefore, 0));
      onTheWire = Arrays.copyOfRange(onTheWire, at, onTheWire.length);
      add(new Piece(onTheWire, frame, notBefore, gap));
    } else {
      add(new Piece(onTheWire, frame, notBefore, 0));
    }
  }

  private byte[] damaged(byte[] frame) {
    byte[] bytes = frame;
    if (happens(faults.wrongChecksum())) {
      bytes = frame.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    if (faults.lostBytes() == 0) {
      return bytes;
    }
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    for (byte each : bytes) {
      if (!happens(faults.lostBytes())) {
        left.write(each);
      }
    }
    return left.toByteArray();
  }

  private boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  private void add(Piece piece) {
    waiting.add(piece);
    waitingBytes += piece.bytes.length;
  }

  /** The bytes that leave the line until now. */
  public byte[] due(long now) {
    if (waiting.isEmpty() || (!faults.merged().isZero() && now < handOverAt)) {
      return NO_END;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    double perByte = byteNanos * faults.slower();
    while (!waiting.isEmpty()) {
      Piece piece = waiting.peek();
      if (!piece.started) {
        double from = Math.max(freeAt + piece.gapNanos, (double) piece.notBefore);
        if (from > now) {
          break;
        }
        piece.started = true;
        freeAt = from;
      }
      int left = piece.bytes.length - piece.gone;
      int count = Math.clamp((long) ((now - freeAt) / perByte), 0, left);
      if (wholeFrames && count < left) {
        break;
      }
      out.write(piece.bytes, piece.gone, count);
      piece.gone += count;
      waitingBytes -= count;
      freeAt += count * perByte;
      if (count < left) {
        break;
      }
      waiting.remove();
      if (piece.endsFrame.length > 0) {
        listener.left(piece.endsFrame);
      }
    }
    handOverAt = now + faults.merged().toNanos();
    return out.toByteArray();
  }

  /** How long the line is busy with what has been said already, apart from pauses. */
  public long backlogNanos() {
    return (long) (waitingBytes * byteNanos * faults.slower());
  }

  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Forgets what has not left yet. */
  public void clear() {
    waiting.clear();
    waitingBytes = 0;
  }
}
