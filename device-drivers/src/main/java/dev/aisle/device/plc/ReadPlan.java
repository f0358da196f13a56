package dev.aisle.device.plc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Few reads for many addresses. */
final class ReadPlan {
  private ReadPlan() {}

  /** {@code count} addresses from {@code first}. */
  record Span(int first, int count) {
    int last() {
      return first + count - 1;
    }
  }

  /**
   * @param gap addresses nobody asked for that may be read along to save a read
   * @param most longest span
   */
  static List<Span> of(Collection<Integer> addresses, int gap, int most) {
    List<Span> spans = new ArrayList<>();
    for (int address : new TreeSet<>(addresses)) {
      Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && address - last.last() - 1 <= gap && address - last.first() + 1 <= most) {
        spans.set(spans.size() - 1, new Span(last.first(), address - last.first() + 1));
      } else {
        spans.add(new Span(address, 1));
      }
    }
    return spans;
  }
}
