package dev.aisle.agv.exchange;

import dev.aisle.agv.exchange.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects findings, not more than people read. */
public final class Findings {
  private static final int MOST = 500;

  private final List<Finding> all = new ArrayList<>();
  private int more;
  private boolean refused;

  public void add(Kind kind, String path, String... values) {
    Finding finding = Finding.of(kind, path, values);
    refused |= finding.isRefusal();
    if (all.size() < MOST) {
      all.add(finding);
    } else {
      more++;
    }
  }

  /** True once something was found that makes the floor unusable. */
  public boolean refused() {
    return refused;
  }

  public List<Finding> all() {
    List<Finding> found = new ArrayList<>(all);
    if (more > 0) {
      found.add(Finding.of(Kind.MORE, "", Integer.toString(more)));
    }
    return List.copyOf(found);
  }
}
