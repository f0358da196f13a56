package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.shared.Saved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customers' orders, one line a row; rows of one order stand together. */
@Component
class OrderLoader implements Loader {
  private static final long MOST_UNITS = 1_000_000;

  private final Orders orders;

  OrderLoader(Orders orders) {
    this.orders = orders;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ORDERS;
  }

  @Override
  public List<String> required() {
    return List.of("order_ref", "customer", "item", "quantity");
  }

  @Override
  public List<String> optional() {
    return List.of("requested_for");
  }

  @Override
  public List<String> document() {
    return List.of("order_ref", "customer");
  }

  @Override
  public Optional<Saved> take(List<Row> rows, Run run) {
    Row head = rows.getFirst();
    Optional<String> reference = head.required("order_ref", 80);
    Optional<String> customer = head.required("customer", 40);
    Optional<LocalDate> requestedFor = head.dateIfGiven("requested_for");
    // The same item on two rows of one order is one line with the sum.
    Map<String, Long> quantities = new LinkedHashMap<>();
    List<Row> firstRows = new ArrayList<>();
    for (Row row : rows) {
      Optional<String> item = row.required("item", 40);
      Optional<Long> quantity = row.whole("quantity", 1, MOST_UNITS);
      if (!row.text("requested_for").equals(head.text("requested_for"))) {
        row.fault("requested_for", "differs-within-document");
      }
      if (item.isPresent() && quantity.isPresent()) {
        if (!quantities.containsKey(item.get())) {
          firstRows.add(row);
        }
        quantities.merge(item.get(), quantity.get(), Long::sum);
      }
    }
    if (reference.isPresent() && run.repeats(reference + "|" + customer, head.line())) {
      head.fault("order_ref", "rows-not-together");
    }
    if (!rows.stream().allMatch(Row::good)) {
      return Optional.empty();
    }
    List<OrderDraft.Line> lines =
        quantities.entrySet().stream()
            .map(line -> new OrderDraft.Line(line.getKey(), line.getValue()))
            .toList();
    var draft = new OrderDraft(customer.orElseThrow(), requestedFor, reference, lines);
    return switch (orders.enter(draft, run.by())) {
      case EntryOutcome.Entered entered -> Optional.of(Saved.ADDED);
      case EntryOutcome.AlreadyEntered entered -> Optional.of(Saved.UNCHANGED);
      case EntryOutcome.Refused refused -> {
        DocumentProblems.note(refused.problems(), head, firstRows, FIELDS);
        yield Optional.empty();
      }
    };
  }

  private static final Map<String, String> FIELDS =
      Map.of("externalRef", "order_ref", "requestedFor", "requested_for", "lines", "item");
}
