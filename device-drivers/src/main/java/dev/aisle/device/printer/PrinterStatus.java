package dev.aisle.device.printer;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a printer says of itself.
 *
 * @param formatsWaiting formats in its receive buffer
 * @param labelsRemaining of the batch being printed
 * @param partialFormat a format has begun and not ended
 */
public record PrinterStatus(
    Set<Trouble> troubles, int formatsWaiting, int labelsRemaining, boolean partialFormat) {
  /** What keeps a printer from printing. */
  public enum Trouble {
    PAPER_OUT("no labels left", true),
    RIBBON_OUT("no ribbon left", true),
    HEAD_OPEN("print head open", false),
    PAUSED("paused", false),
    BUFFER_FULL("buffer full", false),
    TOO_COLD("print head too cold", false),
    TOO_HOT("print head too hot", false),
    MEMORY_LOST("its settings are lost", true),
    FAULT("reports a fault", true);

    private final String text;
    private final boolean maintenance;

    Trouble(String text, boolean maintenance) {
      this.text = text;
      this.maintenance = maintenance;
    }

    /** For a technician. */
    public String text() {
      return text;
    }

    /** Stable word for other programs, such as {@code paper-out}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether someone must bring something (NE 107 maintenance) rather than look (check). */
    public boolean isMaintenance() {
      return maintenance;
    }
  }

  private static final int LINES = 3;

  public PrinterStatus {
    troubles = Set.copyOf(troubles);
  }

  public boolean isReady() {
    return troubles.isEmpty();
  }

  /** It holds nothing that is still to be printed. */
  public boolean isIdle() {
    return formatsWaiting == 0 && labelsRemaining == 0 && !partialFormat;
  }

  /**
   * Answer to {@code ~HS}: three lines of comma-separated numbers (ZPL II Programming Guide, ~HS).
   * Empty when they are not that.
   */
  public static Optional<PrinterStatus> ofHostStatus(List<String> lines) {
    if (lines.size() != LINES) {
      return Optional.empty();
    }
    String[] one = lines.get(0).split(",", -1);
    String[] two = lines.get(1).split(",", -1);
    if (one.length < 12 || two.length < 9) {
      return Optional.empty();
    }
    try {
      Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
      mark(one[1], Trouble.PAPER_OUT, troubles);
      mark(one[2], Trouble.PAUSED, troubles);
      mark(one[5], Trouble.BUFFER_FULL, troubles);
      mark(one[9], Trouble.MEMORY_LOST, troubles);
      mark(one[10], Trouble.TOO_COLD, troubles);
      mark(one[11], Trouble.TOO_HOT, troubles);
      mark(two[2], Trouble.HEAD_OPEN, troubles);
      mark(two[3], Trouble.RIBBON_OUT, troubles);
      return Optional.of(
          new PrinterStatus(
              troubles,
              Integer.parseInt(one[4].strip()),
              Integer.parseInt(two[8].strip()),
              one[7].strip().equals("1")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Answer to {@code ~HQES}: {@code ERRORS: 1 00000000 00000005}. Some printers are silent to ~HS
   * just when they cannot print, but answer this one (Programming Guide, ~HQ, error flags). What is
   * still to be printed it does not tell.
   */
  public static Optional<Set<Trouble>> ofErrors(String text) {
    int at = text.indexOf("ERRORS:");
    if (at < 0) {
      return Optional.empty();
    }
    String[] parts = text.substring(at + "ERRORS:".length()).strip().split("\\s+", 4);
    if (parts.length < 3 || !parts[2].matches("[0-9A-Fa-f]{8}")) {
      return Optional.empty();
    }
    long flags = Long.parseLong(parts[2], 16);
    Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    List<Trouble> bits =
        List.of(Trouble.PAPER_OUT, Trouble.RIBBON_OUT, Trouble.HEAD_OPEN, Trouble.FAULT);
    for (int bit = 0; bit < bits.size(); bit++) {
      if ((flags & (1L << bit)) != 0) {
        troubles.add(bits.get(bit));
      }
    }
    if ((flags & 0x30) != 0) {
      troubles.add(Trouble.TOO_HOT);
    }
    if ((flags & 0x1_0000) != 0) {
      troubles.add(Trouble.PAUSED);
    }
    if (parts[0].equals("1") && troubles.isEmpty()) {
      troubles.add(Trouble.FAULT);
    }
    return Optional.of(troubles);
  }

  private static void mark(String flag, Trouble trouble, Set<Trouble> troubles) {
    if (flag.strip().equals("1")) {
      troubles.add(trouble);
    }
  }
}
