package dev.aisle.wms.inbound.internal;

import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds all that is wrong with an advice at once. */
@Component
class AdviceCheck {
  static final int MOST_PALLETS = 500;
  private static final long MOST_UNITS = 1_000_000;

  private final Items items;
  private final Parties parties;
  private final Units units;

  AdviceCheck(Items items, Parties parties, Units units) {
    this.items = items;
    this.parties = parties;
    this.units = units;
  }

  List<FieldProblem> problems(AdviceDraft draft) {
    List<FieldProblem> found = new ArrayList<>();
    draft
        .number()
        .filter(number -> !number.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}"))
        .ifPresent(n -> found.add(new FieldProblem("number", "bad-number", "'%s'".formatted(n))));
    if (readable(draft.supplier(), PartyId::new)
        .flatMap(parties::find)
        .filter(party -> party.role() == PartyRole.SUPPLIER)
        .isEmpty()) {
      found.add(
          new FieldProblem(
              "supplier", "unknown-supplier", "no supplier '%s'".formatted(draft.supplier())));
    }
    draft
        .owner()
        .filter(owner -> readable(owner, PartyId::new).isEmpty())
        .ifPresent(o -> found.add(new FieldProblem("owner", "bad-owner", "'%s'".formatted(o))));
    if (draft.pallets().isEmpty() || draft.pallets().size() > MOST_PALLETS) {
      found.add(new FieldProblem("pallets", "bad-count", "an advice has 1 to 500 pallets"));
      return found;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < draft.pallets().size(); i++) {
      pallet("pallets[%d].".formatted(i), draft.pallets().get(i), seen, found);
    }
    return found;
  }

  private void pallet(
      String at, AdviceDraft.Pallet pallet, Set<String> seen, List<FieldProblem> found) {
    if (readable(pallet.item(), ItemId::new).flatMap(items::find).isEmpty()) {
      found.add(
          new FieldProblem(at + "item", "unknown-item", "no item '%s'".formatted(pallet.item())));
    }
    if (pallet.quantity() < 1 || pallet.quantity() > MOST_UNITS) {
      found.add(new FieldProblem(at + "quantity", "bad-quantity", "1 to 1000000"));
    }
    if (pallet.lot().filter(lot -> lot.length() > 40).isPresent()) {
      found.add(new FieldProblem(at + "lot", "bad-length", "at most 40 characters"));
    }
    pallet
        .sscc()
        .filter(sscc -> !seen.add(sscc.digits()) || units.find(sscc).isPresent())
        .ifPresent(
            sscc ->
                found.add(
                    new FieldProblem(
                        at + "sscc", "sscc-used", "%s was announced before".formatted(sscc))));
  }

  private static <T> Optional<T> readable(String text, Function<String, T> read) {
    try {
      return Optional.of(read.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
