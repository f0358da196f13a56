package dev.aisle.hmi.app.standing;

import dev.aisle.hmi.live.simulator.InvariantCheck;
import dev.aisle.wms.inventory.InventoryInvariants;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the ledger's invariants, told by how its violations are named.
 *
 * @param id such as {@code I1}
 */
record StockInvariant(String id, String name, InventoryInvariants ledger)
    implements InvariantCheck {
  private static final int MOST_NAMED = 5;

  @Override
  public Verdict check() {
    List<InventoryInvariants.Violation> violations =
        ledger.check().stream()
            .filter(violation -> violation.invariant().split("\\.", 2)[0].equals(id))
            .toList();
    if (violations.isEmpty()) {
      return Verdict.HELD;
    }
    return new Verdict(
        false,
        "%d violations: %s"
            .formatted(
                violations.size(),
                violations.stream()
                    .limit(MOST_NAMED)
                    .map(each -> each.invariant() + " " + each.detail())
                    .collect(Collectors.joining("; "))));
  }
}
