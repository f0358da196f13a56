package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Saved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows one kind of file. */
interface Loader {
  ImportKind kind();

  List<String> required();

  List<String> optional();

  /** Columns that name the document a row belongs to; none when every row stands alone. */
  List<String> document();

  /**
   * Takes the rows of one document, or one row. Faults are noted in the rows.
   *
   * @return empty when it was not taken
   */
  Optional<Saved> take(List<Row> rows, Run run);

  /**
   * What is known while one file is read.
   *
   * @param firstLines where each id stands first; bounded by the rows of a file
   */
  record Run(Actor by, Map<String, Long> firstLines) {
    static Run by(Actor by) {
      return new Run(by, new HashMap<>());
    }

    /** Whether this id stood on an earlier line. Asking again for the same line is no repeat. */
    boolean repeats(String id, long line) {
      Long first = firstLines.putIfAbsent(id, line);
      return first != null && first != line;
    }
  }
}
