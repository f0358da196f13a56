package dev.aisle.sim.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measured number beside its goal.
 *
 * @param atLeast true when the number shall be at least the goal, false when at most
 * @param more further numbers, by name with unit
 */
public record Figure(
    String name,
    double value,
    String unit,
    double goal,
    boolean atLeast,
    Map<String, Double> more) {

  /** As JSON, with {@code ok} when every goal is met. */
  public static Map<String, Object> report(List<Figure> figures) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("ok", figures.stream().allMatch(Figure::met));
    report.put("java", System.getProperty("java.vm.version", ""));
    report.put("processors", Runtime.getRuntime().availableProcessors());
    report.put("figures", figures.stream().map(Figure::line).toList());
    return report;
  }

  private Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("figure", name);
    line.put("value", value);
    line.put("unit", unit);
    line.put(atLeast ? "goalAtLeast" : "goalAtMost", goal);
    line.put("ok", met());
    line.putAll(more);
    return line;
  }

  boolean met() {
    return atLeast ? value >= goal : value <= goal;
  }
}
