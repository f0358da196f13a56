package dev.aisle.sim.bench;

import java.util.Map;
import java.util.function.Consumer;

/** One named measurement. Its figures are JSON values: numbers, text, booleans, lists and maps. */
public interface Bench {
  String name();

  /** What is measured, in one line. */
  String about();

  /**
   * @param options by name, as typed; unknown ones are refused
   * @param progress lines for a person who waits
   * @return figures, with {@code ok} true when every goal is met
   * @throws IllegalArgumentException for an option that makes no sense
   */
  Map<String, Object> run(Map<String, String> options, Consumer<String> progress) throws Exception;

  /** True when nothing but the figures is to be printed, as others who compare expect it. */
  default boolean figuresOnly() {
    return false;
  }

  /** Whether every goal is met. */
  default boolean met(Map<String, Object> figures) {
    return Boolean.TRUE.equals(figures.get("ok"));
  }
}
