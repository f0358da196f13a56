package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.printer.PrinterReplies;
import dev.aisle.device.printer.PrinterReplies.Reply;
import dev.aisle.device.printer.PrinterStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damaged answers of a label printer before a good one. What is left of a damaged answer may hide
 * the next, so the driver forgets it when it asks again; then the good one must come out.
 */
final class PrinterFuzz implements FuzzTarget {
  private static final int CUT_EVERY = 16;
  private static final int LONGEST_PIECE = 24;

  /**
   * Answers to ~HS and ~HQES, a variable and a report of the encoder (ZPL II Programming Guide).
   */
  private static final List<String> ANSWERS =
      List.of(
          "\u0002030,1,0,1245,002,0,0,1,000,0,0,0\u0003\r\n",
          "\u0002000,0,1,0,1,2,6,0,00000007,1,000\u0003\r\n",
          "\u00021234,0\u0003\r\n",
          "\u0002\r\n  ERRORS:         1 00000000 00000005\r\n\u0003",
          "\"4711\"",
          "AISLE-TAG job-1 3074257BF7194E4000001A85\r\n");

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Good(byte[] bytes, List<Reply> replies) {}

  private final Damage answers;
  private final List<Good> good;
  private final PrinterReplies replies = new PrinterReplies();
  private final List<String> lines = new ArrayList<>();
  private final byte[] buffer = new byte[1024];
  private long inputs;

  PrinterFuzz() {
    List<byte[]> samples =
        ANSWERS.stream().map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();
    answers = new Damage(samples);
    good =
        samples.stream()
            .map(bytes -> new Good(bytes, new PrinterReplies().take(ByteBuffer.wrap(bytes))))
            .toList();
  }

  @Override
  public boolean one(SplittableRandom random) {
    return check(answers.damaged(buffer, random), random, inputs++ % CUT_EVERY == 0);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices, true);
  }

  @Override
  public List<byte[]> samples() {
    return answers.samples();
  }

  private boolean check(int length, SplittableRandom random, boolean cut) {
    Good neighbour = good.get(random.nextInt(good.size()));
    try {
      replies.forget();
      List<Reply> damaged = replies.take(ByteBuffer.wrap(buffer, 0, length));
      for (Reply reply : damaged) {
        understand(reply);
      }
      if (replies.takeNoise() > length) {
        throw new IllegalStateException("more noise than bytes");
      }
      if (cut && !damaged.equals(inPieces(length, random))) {
        throw new IllegalStateException("it matters how the stream is cut");
      }
      replies.forget();
      if (!replies.take(ByteBuffer.wrap(neighbour.bytes)).equals(neighbour.replies)) {
        throw new IllegalStateException("the neighbour is lost");
      }
      return false;
    } catch (RuntimeException e) {
      throw Damage.broken(e, buffer, length);
    }
  }

  /** The last three lines between STX and ETX are what a status is made of. */
  private void understand(Reply reply) {
    if (reply instanceof Reply.Framed(String text)) {
      if (lines.size() == 3) {
        lines.removeFirst();
      }
      lines.add(text);
      PrinterStatus.ofHostStatus(lines);
      PrinterStatus.ofErrors(text);
    }
  }

  private List<Reply> inPieces(int length, SplittableRandom random) {
    List<Reply> out = new ArrayList<>();
    replies.forget();
    for (int at = 0; at < length; ) {
      int count = Math.min(random.nextInt(1, LONGEST_PIECE), length - at);
      out.addAll(replies.take(ByteBuffer.wrap(buffer, at, count)));
      at += count;
    }
    return out;
  }
}
