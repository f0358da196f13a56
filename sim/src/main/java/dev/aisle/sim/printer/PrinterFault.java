package dev.aisle.sim.printer;

/** What can keep a printer from printing. */
public enum PrinterFault {
  PAPER_OUT,
  RIBBON_OUT,
  HEAD_OPEN,
  PAUSED,
  /** Every tag is bad: its encoder reads back something else than it wrote. */
  BAD_TAGS,
  /** Silent to {@code ~HS} while it cannot print, as some are. */
  SILENT_IN_TROUBLE,
  /** Does not know its label count, as printers of other makes. */
  NO_COUNT
}
