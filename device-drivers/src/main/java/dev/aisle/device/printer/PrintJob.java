package dev.aisle.device.printer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A label on its way to the printer.
 *
 * @param id given by whoever wants it; letters, digits, {@code -} and {@code _}, at most 64
 * @param copies how many labels
 * @param epcHex what its tag must hold in the end
 * @param state how far it is
 * @param countBefore labels the printer had ever printed when this one was sent to it; empty for a
 *     printer that does not count
 * @param tries how often it was sent
 * @param held why only a person can say what becomes of it; empty unless it is held
 */
public record PrintJob(
    String id,
    String zpl,
    int copies,
    Optional<String> epcHex,
    State state,
    OptionalLong countBefore,
    int tries,
    Optional<HeldLabel> held) {
  private static final int LONGEST_ZPL = 1_000_000;

  /** How far a job is. A job that is printed is no longer in the spool. */
  public enum State {
    WAITING,
    /** It was, or may have been, sent; what became of it is not known yet. */
    SENT,
    /** Nobody but a person can say whether to print it again. */
    HELD
  }

  public PrintJob {
    if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("no name of a print job: '%s'".formatted(id));
    }
    if (zpl.length() > LONGEST_ZPL || copies < 1 || copies > 999) {
      throw new IllegalArgumentException(
          "a job of %d characters, %d copies".formatted(zpl.length(), copies));
    }
    if (epcHex.isPresent() && copies != 1) {
      throw new IllegalArgumentException(
          "every tag is one of its own: %d copies".formatted(copies));
    }
  }

  /** A label for that printer, waiting. */
  public static PrintJob of(String id, Label label, PrinterModel printer, int copies) {
    return new PrintJob(
        id,
        Zpl.of(label, printer, copies, id),
        copies,
        label.epcHex(),
        State.WAITING,
        OptionalLong.empty(),
        0,
        Optional.empty());
  }

  /**
   * A label that is ZPL already, waiting. Its own commands for a tag give way to those with which
   * the tag is written and read back.
   *
   * @param zpl one label, from {@code ^XA} to {@code ^XZ}
   * @param epcHex whole words of 16 bits; empty for a label without a tag
   */
  public static PrintJob ofZpl(String id, String zpl, Optional<String> epcHex) {
    return new PrintJob(
        id,
        epcHex.map(epc -> Zpl.withTag(zpl, epc, id)).orElse(zpl),
        1,
        epcHex,
        State.WAITING,
        OptionalLong.empty(),
        0,
        Optional.empty());
  }

  PrintJob sent(OptionalLong count) {
    return new PrintJob(id, zpl, copies, epcHex, State.SENT, count, tries + 1, Optional.empty());
  }

  PrintJob waiting() {
    return new PrintJob(
        id, zpl, copies, epcHex, State.WAITING, OptionalLong.empty(), tries, Optional.empty());
  }

  /** A person wants it printed, however often it was sent before. */
  PrintJob again() {
    return new PrintJob(
        id, zpl, copies, epcHex, State.WAITING, OptionalLong.empty(), 0, Optional.empty());
  }

  PrintJob held(HeldLabel why) {
    return new PrintJob(id, zpl, copies, epcHex, State.HELD, countBefore, tries, Optional.of(why));
  }
}
