package dev.aisle.wms.masterdata;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes CSV files in, as {@code docs/import.md} describes them. Good rows pass, bad ones go to the
 * list of faults; the same file again changes nothing.
 */
public interface Importer {
  /**
   * Reads the file to its end. Takes rows in several transactions: a file that breaks off has been
   * taken up to there and is simply loaded again.
   *
   * @param source the file's name; its faults of an earlier run are replaced
   */
  ImportResult load(ImportKind kind, String source, InputStream csv, Actor by) throws IOException;

  /** What is still wrong; searches source, field and reason; filters by kind and source. */
  Page<ImportFault> faults(ListQuery query);
}
