package dev.aisle.device.plc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
    return ofSpans(addresses.stream().map(address -> new Span(address, 1)).toList(), gap, most);
  }

  /** What belongs together is read together: two words from two moments make a wrong number. */
  static List<Span> ofSpans(Collection<Span> wanted, int gap, int most) {
    List<Span> spans = new ArrayList<>();
    for (Span next :
        wanted.stream()
            .sorted(Comparator.comparing(Span::first).thenComparing(Span::count))
            .toList()) {
      Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null
          && next.first() - last.last() - 1 <= gap
          && next.last() - last.first() + 1 <= most) {
        int end = Math.max(last.last(), next.last());
        spans.set(spans.size() - 1, new Span(last.first(), end - last.first() + 1));
      } else {
        spans.add(next);
      }
    }
    return spans;
  }
}
