package dev.aisle.sim.bench;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was typed after the name of a measurement. */
public final class BenchOptions {
  private final Map<String, String> typed;

  public BenchOptions(Map<String, String> typed, Set<String> known) {
    Set<String> strange = new TreeSet<>(typed.keySet());
    strange.removeAll(known);
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown options %s; there are %s".formatted(strange, new TreeSet<>(known)));
    }
    this.typed = Map.copyOf(typed);
  }

  public String text(String name, String otherwise) {
    return typed.getOrDefault(name, otherwise);
  }

  public long number(String name, long otherwise, long least, long most) {
    String text = typed.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is no number: '%s'".formatted(name, text), e);
    }
    throw new IllegalArgumentException("%s is from %d to %d".formatted(name, least, most));
  }
}
