package dev.aisle.wms.order.internal;

import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.PartyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds all that is wrong with a draft, so that it is corrected once and not field by field. */
@Component
class OrderCheck {
  static final int MOST_LINES = 200;
  static final long MOST_UNITS = 1_000_000;
  private static final int LONGEST_REFERENCE = 80;

  private final Items items;
  private final Parties parties;

  OrderCheck(Items items, Parties parties) {
    this.items = items;
    this.parties = parties;
  }

  List<FieldProblem> problems(OrderDraft draft, LocalDate today) {
    List<FieldProblem> found = new ArrayList<>();
    var customer = readable(draft.customer(), PartyId::new).flatMap(parties::find);
    if (customer.isEmpty()) {
      found.add(
          new FieldProblem(
              "customer", "unknown-customer", "no customer '%s'".formatted(draft.customer())));
    } else if (customer.get().role() != PartyRole.CUSTOMER) {
      found.add(
          new FieldProblem(
              "customer", "not-a-customer", "'%s' is no customer".formatted(draft.customer())));
    }
    draft
        .requestedFor()
        .filter(day -> day.isBefore(today))
        .ifPresent(
            day ->
                found.add(
                    new FieldProblem(
                        "requestedFor", "in-the-past", "%s has passed".formatted(day))));
    draft
        .externalRef()
        .filter(ref -> ref.isBlank() || ref.length() > LONGEST_REFERENCE)
        .ifPresent(
            ref ->
                found.add(
                    new FieldProblem(
                        "externalRef", "bad-length", "a reference has 1 to 80 characters")));
    if (draft.lines().isEmpty()) {
      found.add(new FieldProblem("lines", "no-lines", "an order has at least one line"));
    } else if (draft.lines().size() > MOST_LINES) {
      found.add(new FieldProblem("lines", "too-many-lines", "at most 200 lines"));
    } else {
      lines(draft.lines(), found);
    }
    return found;
  }

  private void lines(List<OrderDraft.Line> lines, List<FieldProblem> found) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      OrderDraft.Line line = lines.get(i);
      String item = "lines[%d].item".formatted(i);
      String quantity = "lines[%d].quantity".formatted(i);
      if (readable(line.item(), ItemId::new).flatMap(items::find).isEmpty()) {
        found.add(new FieldProblem(item, "unknown-item", "no item '%s'".formatted(line.item())));
      } else if (!seen.add(line.item())) {
        found.add(
            new FieldProblem(
                item, "item-twice", "'%s' is on an earlier line".formatted(line.item())));
      }
      if (line.quantity() < 1) {
        found.add(new FieldProblem(quantity, "not-positive", "order at least one"));
      } else if (line.quantity() > MOST_UNITS) {
        found.add(new FieldProblem(quantity, "too-large", "at most 1000000 in one line"));
      }
    }
  }

  private static <T> Optional<T> readable(String text, Function<String, T> read) {
    try {
      return Optional.of(read.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
