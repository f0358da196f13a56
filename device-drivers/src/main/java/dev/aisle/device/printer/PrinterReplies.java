package dev.aisle.device.printer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a printer sends into answers: lines between STX and ETX, values in quotes, and tag
 * reports on lines of their own. Knows no port and no clock.
 */
public final class PrinterReplies {
  private static final int STX = 2;
  private static final int ETX = 3;
  private static final int LONGEST = 4096;

  /** One answer. */
  public sealed interface Reply {
    /** What stood between STX and ETX. */
    record Framed(String text) implements Reply {}

    /** The value of a variable, without its quotes. */
    record Value(String text) implements Reply {}

    /** What the encoder read from a tag after writing it. */
    record Tag(String job, String epcHex) implements Reply {}
  }

  private final StringBuilder part = new StringBuilder();
  private Where where = Where.OUTSIDE;
  private int noise;

  private enum Where {
    OUTSIDE,
    FRAME,
    QUOTES
  }

  public List<Reply> take(ByteBuffer bytes) {
    List<Reply> replies = new ArrayList<>();
    while (bytes.hasRemaining()) {
      char c = (char) (bytes.get() & 0xFF);
      if (part.length() >= LONGEST) {
        drop();
      }
      switch (where) {
        case OUTSIDE -> outside(c, replies);
        case FRAME -> {
          if (c == ETX) {
            finish(new Reply.Framed(part.toString()), replies);
          } else if (c == STX) {
            drop();
            where = Where.FRAME;
          } else {
            part.append(c);
          }
        }
        case QUOTES -> {
          if (c == '"') {
            finish(new Reply.Value(part.toString()), replies);
          } else {
            part.append(c);
          }
        }
      }
    }
    return replies;
  }

  private void outside(char c, List<Reply> replies) {
    if (c == STX || c == '"') {
      drop();
      where = c == STX ? Where.FRAME : Where.QUOTES;
    } else if (c == '\r' || c == '\n') {
      line(replies);
    } else {
      part.append(c);
    }
  }

  private void line(List<Reply> replies) {
    String line = part.toString();
    String[] words = line.split(" ", -1);
    if (words.length == 3 && line.startsWith(Zpl.TAG_REPORT)) {
      finish(new Reply.Tag(words[1], words[2]), replies);
    } else {
      drop();
    }
  }

  private void finish(Reply reply, List<Reply> replies) {
    replies.add(reply);
    part.setLength(0);
    where = Where.OUTSIDE;
  }

  private void drop() {
    noise += part.length();
    part.setLength(0);
    where = Where.OUTSIDE;
  }

  /** Characters that belonged to no answer, since the last question. */
  public int takeNoise() {
    int count = noise;
    noise = 0;
    return count;
  }

  public void forget() {
    part.setLength(0);
    where = Where.OUTSIDE;
    noise = 0;
  }

  /** A printer's commands and answers are ASCII, label data UTF-8. */
  static byte[] bytes(String zpl) {
    return zpl.getBytes(StandardCharsets.UTF_8);
  }
}
