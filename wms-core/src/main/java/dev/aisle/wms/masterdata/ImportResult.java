package dev.aisle.wms.masterdata;

import java.util.List;

/**
 * What came of a file.
 *
 * @param accepted rows that added or changed something
 * @param unchanged rows whose content was there already
 * @param rejected rows that were not taken
 * @param errors the first {@value #MOST_ERRORS} of what is wrong
 * @param ignoredColumns columns that mean nothing to us
 */
public record ImportResult(
    ImportKind kind,
    String source,
    long accepted,
    long unchanged,
    long rejected,
    List<ImportFault> errors,
    List<String> ignoredColumns) {
  public static final int MOST_ERRORS = 1000;

  public ImportResult {
    errors = List.copyOf(errors);
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
