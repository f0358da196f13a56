package dev.aisle.device.rfid.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The check of one load: what the papers expect against what was counted. What is missing after the
 * first pass may come with a second one, or a person closes the load by hand with a reason. A tag
 * seen twice is one unit. Averages over tags mislead, so the load is the thing that is right or
 * wrong. Bounded: of units that were not expected, the first thousand are kept.
 */
public final class CompleteLoad {
  private static final int MOST_OTHERS = 1_000;

  private final String load;
  private final Map<String, Boolean> expected = new LinkedHashMap<>();
  private final Predicate<String> onOtherPapers;
  private final Set<String> surplus = new LinkedHashSet<>();
  private final Set<String> unexpected = new LinkedHashSet<>();
  private int passes;
  private boolean inPass;
  private @Nullable CloseOut closeOut;

  /** Why something could not be done. */
  public enum Refusal {
    CLOSED_ALREADY,
    NOTHING_MISSING
  }

  /**
   * @param expected EPCs of the advice or the shipment, in upper-case hex; at least one
   * @param onOtherPapers true for an EPC that another open load expects
   */
  public CompleteLoad(String load, List<String> expected, Predicate<String> onOtherPapers) {
    if (expected.isEmpty()) {
      throw new IllegalArgumentException("load %s expects nothing".formatted(load));
    }
    this.load = load;
    this.onOtherPapers = onOtherPapers;
    expected.forEach(epc -> this.expected.put(epc, false));
  }

  public CompleteLoad(String load, List<String> expected) {
    this(load, expected, epc -> false);
  }

  /** A unit was counted. After a person closed the load nothing changes any more. */
  public void seen(String epcHex) {
    if (closeOut != null) {
      return;
    }
    if (!inPass) {
      inPass = true;
      passes++;
    }
    if (expected.containsKey(epcHex)) {
      expected.put(epcHex, true);
    } else if (surplus.size() + unexpected.size() < MOST_OTHERS) {
      (onOtherPapers.test(epcHex) ? surplus : unexpected).add(epcHex);
    }
  }

  /** The load has gone past; what is counted from now on is a further pass of it. */
  public LoadReport endPass() {
    inPass = false;
    return report();
  }

  /** Empty when it is closed now. */
  public Optional<Refusal> closeByHand(CloseOut how) {
    if (closeOut != null) {
      return Optional.of(Refusal.CLOSED_ALREADY);
    }
    if (state() == LoadState.COMPLETE) {
      return Optional.of(Refusal.NOTHING_MISSING);
    }
    closeOut = how;
    inPass = false;
    return Optional.empty();
  }

  public LoadState state() {
    if (closeOut != null) {
      return LoadState.CLOSED_BY_HAND;
    }
    if (expected.containsValue(false)) {
      return LoadState.OPEN;
    }
    return surplus.isEmpty() && unexpected.isEmpty() ? LoadState.COMPLETE : LoadState.SURPLUS;
  }

  public LoadReport report() {
    List<String> seen = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    expected.forEach((epc, was) -> (was ? seen : missing).add(epc));
    return new LoadReport(
        load,
        state(),
        seen,
        missing,
        List.copyOf(surplus),
        List.copyOf(unexpected),
        passes,
        Optional.ofNullable(closeOut));
  }
}
