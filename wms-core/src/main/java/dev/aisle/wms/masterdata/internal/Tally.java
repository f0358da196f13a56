package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportFault;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.masterdata.ImportResult;
import dev.aisle.wms.shared.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts rows and keeps the first faults of a file. */
final class Tally {
  /** Faults stored of one file; a file with more is wrong as a whole. */
  private static final int MOST_STORED = 10_000;

  private static final int LONGEST_VALUE = 200;

  private final ImportKind kind;
  private final String source;
  private final List<ImportFault> faults = new ArrayList<>();
  private long accepted;
  private long unchanged;
  private long rejected;

  Tally(ImportKind kind, String source) {
    this.kind = kind;
    this.source = source;
  }

  void count(List<Row> document, Optional<Saved> taken) {
    if (taken.isEmpty()) {
      rejected += document.size();
      document.forEach(row -> row.faults().forEach(this::fault));
    } else if (taken.get() == Saved.UNCHANGED) {
      unchanged += document.size();
    } else {
      accepted += document.size();
    }
  }

  void refuseFile(long line, String reason) {
    fault(new Row.Fault(line, "", reason, ""));
  }

  void fault(Row.Fault fault) {
    if (faults.size() < MOST_STORED) {
      // The database takes no NUL, and nobody can read the others.
      String value = fault.value().replaceAll("\\p{Cntrl}", " ");
      faults.add(
          new ImportFault(
              kind,
              source,
              fault.line(),
              fault.field(),
              fault.reason(),
              value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value));
    }
  }

  List<ImportFault> stored() {
    return List.copyOf(faults);
  }

  ImportResult result(List<String> ignoredColumns) {
    return new ImportResult(
        kind,
        source,
        accepted,
        unchanged,
        rejected,
        faults.subList(0, Math.min(faults.size(), ImportResult.MOST_ERRORS)),
        ignoredColumns);
  }
}
