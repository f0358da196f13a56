package dev.aisle.hmi.api.masterdata;

import java.util.List;

/** What came of an imported file. Good rows are in, bad rows are listed. */
public record ImportResult(long accepted, long unchanged, long rejected, List<RowError> errors) {

  public ImportResult {
    errors = List.copyOf(errors);
  }

  /**
   * @param line in the file, from 1
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "ImportError")
  public record RowError(long line, String field, String reason) {}
}
