package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.shared.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what a capability says about a draft back to the rows it was made of. */
final class DocumentProblems {
  private static final Pattern IN_LINE = Pattern.compile("[a-z]+\\[([0-9]+)]\\.(.+)");

  private DocumentProblems() {}

  /**
   * @param lines the row each line of the draft came from
   * @param columns the draft's field names to columns, where they differ
   */
  static void note(
      List<FieldProblem> problems, Row head, List<Row> lines, Map<String, String> columns) {
    for (FieldProblem problem : problems) {
      Matcher inLine = IN_LINE.matcher(problem.field());
      if (inLine.matches()) {
        lines.get(Integer.parseInt(inLine.group(1))).fault(inLine.group(2), problem.code());
      } else {
        head.fault(columns.getOrDefault(problem.field(), problem.field()), problem.code());
      }
    }
  }
}
