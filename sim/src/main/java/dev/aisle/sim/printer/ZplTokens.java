package dev.aisle.sim.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a stream of ZPL into commands; the last one waits until its end is known. */
final class ZplTokens {
  /** Commands that are complete without anything after them. */
  private static final Set<String> ALONE = Set.of("^XA", "^XZ", "^FS", "~HS", "~JX", "~JA");

  private static final String ERRORS = "~HQES";
  private static final int LONGEST = 2_000_000;

  private final StringBuilder waiting = new StringBuilder();

  /** Each begins with {@code ^}, {@code ~} or {@code !}; bytes are taken as they are (Latin-1). */
  List<String> take(byte[] bytes) {
    waiting.append(new String(bytes, StandardCharsets.ISO_8859_1));
    List<String> commands = new ArrayList<>();
    int at = 0;
    while (at < waiting.length()) {
      int end = end(at);
      if (end < 0) {
        break;
      }
      if (isStart(waiting.charAt(at))) {
        commands.add(waiting.substring(at, end));
      }
      at = end;
    }
    waiting.delete(0, at);
    if (waiting.length() > LONGEST) {
      waiting.setLength(0);
    }
    return commands;
  }

  void forget() {
    waiting.setLength(0);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private int end(int at) {
    char first = waiting.charAt(at);
    if (first == '!') {
      int line = waiting.indexOf("\n", at);
      return line < 0 ? -1 : line + 1;
    }
    if (!isStart(first)) {
      return at + 1;
    }
    if (waiting.length() < at + 3) {
      return -1;
    }
    if (ALONE.contains(waiting.substring(at, at + 3))) {
      return at + 3;
    }
    if (waiting.length() >= at + ERRORS.length()
        && waiting.substring(at, at + ERRORS.length()).equals(ERRORS)) {
      return at + ERRORS.length();
    }
    for (int i = at + 1; i < waiting.length(); i++) {
      if (waiting.charAt(i) == '^' || waiting.charAt(i) == '~') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isStart(char c) {
    return c == '^' || c == '~' || c == '!';
  }
}
