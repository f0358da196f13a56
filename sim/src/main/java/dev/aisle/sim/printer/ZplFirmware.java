package dev.aisle.sim.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ZPL printer does with the bytes it gets, and what it says. Knows no socket and no clock:
 * whoever owns it says when the next label may come out. Used by one thread at a time.
 */
final class ZplFirmware {
  private static final char STX = 2;
  private static final char ETX = 3;
  private static final int MOST_WAITING = 64;
  private static final int MOST_KEPT = 10_000;
  private static final int LABELS_TRIED = 3;

  private final ZplTokens tokens = new ZplTokens();
  private final Deque<ZplFormat> waiting = new ArrayDeque<>();
  private final List<PrintedLabel> labels = new ArrayList<>();
  private final Set<PrinterFault> faults = EnumSet.noneOf(PrinterFault.class);
  private @Nullable ZplFormat partial;
  private @Nullable ZplFormat printing;
  private int remaining;
  private int voided;
  private long count;

  /** The answers to what came. */
  byte[] receive(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String command : tokens.take(bytes)) {
      answer(command).ifPresent(text -> out.writeBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
    return out.toByteArray();
  }

  private Optional<String> answer(String command) {
    if (command.startsWith("!")) {
      return variable(command);
    }
    switch (command) {
      case "~HS" -> {
        return inTrouble() && faults.contains(PrinterFault.SILENT_IN_TROUBLE)
            ? Optional.empty()
            : Optional.of(hostStatus());
      }
      case "~HQES" -> {
        return Optional.of(errors());
      }
      case "~JX" -> partial = null;
      case "~JA" -> {
        partial = null;
        waiting.clear();
        printing = null;
      }
      case "^XA" -> {
        // A format within a format goes on with it, as printers do.
        if (partial == null) {
          partial = new ZplFormat();
        }
      }
      case "^XZ" -> {
        if (partial != null && waiting.size() < MOST_WAITING) {
          waiting.add(partial);
        }
        partial = null;
      }
      default -> {
        if (partial != null) {
          partial.take(command);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> variable(String command) {
    if (command.contains("odometer.total_label_count") && !faults.contains(PrinterFault.NO_COUNT)) {
      return Optional.of("\"%d\"".formatted(count));
    }
    return faults.contains(PrinterFault.NO_COUNT) ? Optional.empty() : Optional.of("\"?\"");
  }

  /** One label comes out, if one can. What the printer says of it. */
  byte[] printOne() {
    if (inTrouble()) {
      return new byte[0];
    }
    if (printing == null) {
      printing = waiting.poll();
      if (printing == null) {
        return new byte[0];
      }
      remaining = printing.copies();
      voided = 0;
    }
    ZplFormat format = printing;
    Optional<String> wanted = format.tagData();
    boolean bad = wanted.isPresent() && faults.contains(PrinterFault.BAD_TAGS);
    Optional<String> epc = wanted.map(data -> epc(bad ? "3000" + "0".repeat(24) : data));
    count++;
    if (labels.size() < MOST_KEPT) {
      labels.add(format.printed(epc, bad));
    }
    if (bad && voided + 1 < LABELS_TRIED) {
      voided++;
      return new byte[0];
    }
    remaining--;
    if (remaining == 0) {
      printing = null;
    }
    return epc.flatMap(format::report).orElse("").getBytes(StandardCharsets.UTF_8);
  }

  /** As many words as the PC says. */
  private static String epc(String pcAndEpc) {
    String hex = pcAndEpc.toUpperCase(Locale.ROOT);
    int words = Integer.parseInt(hex.substring(0, 4), 16) >> 11;
    return hex.substring(4, Math.min(hex.length(), 4 + 4 * words));
  }

  boolean isWithinFormat() {
    return partial != null;
  }

  boolean hasWork() {
    return !inTrouble() && (printing != null || !waiting.isEmpty());
  }

  void fault(PrinterFault fault, boolean there) {
    if (there) {
      faults.add(fault);
    } else {
      faults.remove(fault);
    }
  }

  /** Switched off and on: what was in its buffer is lost, its count is not. */
  void powerCycle() {
    tokens.forget();
    waiting.clear();
    partial = null;
    printing = null;
    remaining = 0;
  }

  List<PrintedLabel> labels() {
    return List.copyOf(labels);
  }

  private boolean inTrouble() {
    return faults.contains(PrinterFault.PAPER_OUT)
        || faults.contains(PrinterFault.RIBBON_OUT)
        || faults.contains(PrinterFault.HEAD_OPEN)
        || faults.contains(PrinterFault.PAUSED);
  }

  private String hostStatus() {
    String one =
        "030,%d,%d,1245,%03d,%d,0,%d,000,0,0,0"
            .formatted(
                flag(PrinterFault.PAPER_OUT),
                flag(PrinterFault.PAUSED),
                waiting.size(),
                waiting.size() >= MOST_WAITING ? 1 : 0,
                partial != null || !tokens.isEmpty() ? 1 : 0);
    String two =
        "000,0,%d,%d,1,2,6,0,%08d,1,000"
            .formatted(
                flag(PrinterFault.HEAD_OPEN),
                flag(PrinterFault.RIBBON_OUT),
                printing == null ? 0 : remaining);
    return framed(one) + framed(two) + framed("1234,0");
  }

  private String errors() {
    long flags =
        flag(PrinterFault.PAPER_OUT)
            + 2L * flag(PrinterFault.RIBBON_OUT)
            + 4L * flag(PrinterFault.HEAD_OPEN)
            + 0x1_0000L * flag(PrinterFault.PAUSED);
    return framed(
        "\r\n PRINTER STATUS\r\n ERRORS: %d 00000000 %08X\r\n WARNINGS: 0 00000000 00000000\r\n"
            .formatted(flags == 0 ? 0 : 1, flags));
  }

  private int flag(PrinterFault fault) {
    return faults.contains(fault) ? 1 : 0;
  }

  private static String framed(String text) {
    return STX + text + ETX + "\r\n";
  }
}
