package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AnnounceOutcome;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Saved;
import dev.aisle.wms.shared.Sscc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dispatch advices, one pallet a row; rows of one advice stand together. */
@Component
class AdviceLoader implements Loader {
  private static final long MOST_UNITS = 1_000_000;
  private static final Map<String, String> FIELDS = Map.of("number", "advice", "pallets", "advice");

  private final Inbound inbound;

  AdviceLoader(Inbound inbound) {
    this.inbound = inbound;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ADVICES;
  }

  @Override
  public List<String> required() {
    return List.of("advice", "supplier", "item", "quantity");
  }

  @Override
  public List<String> optional() {
    return List.of("owner", "sscc", "tag", "lot", "expiry");
  }

  @Override
  public List<String> document() {
    return List.of("advice");
  }

  @Override
  public Optional<Saved> take(List<Row> rows, Run run) {
    Row head = rows.getFirst();
    Optional<String> number = head.required("advice", 40);
    Optional<String> supplier = head.required("supplier", 40);
    Optional<String> owner = head.text("owner");
    List<AdviceDraft.Pallet> pallets = new ArrayList<>();
    for (Row row : rows) {
      pallet(row).ifPresent(pallets::add);
      for (String field : List.of("supplier", "owner")) {
        if (!row.text(field).equals(head.text(field))) {
          row.fault(field, "differs-within-document");
        }
      }
    }
    if (number.isPresent() && run.repeats(number.get(), head.line())) {
      head.fault("advice", "rows-not-together");
    }
    if (!rows.stream().allMatch(Row::good)) {
      return Optional.empty();
    }
    var draft = new AdviceDraft(number, supplier.orElseThrow(), owner, pallets);
    return switch (inbound.announce(draft, run.by())) {
      case AnnounceOutcome.Announced announced -> Optional.of(Saved.ADDED);
      case AnnounceOutcome.AlreadyAnnounced announced -> Optional.of(Saved.UNCHANGED);
      case AnnounceOutcome.Refused refused -> {
        DocumentProblems.note(refused.problems(), head, rows, FIELDS);
        yield Optional.empty();
      }
    };
  }

  private static Optional<AdviceDraft.Pallet> pallet(Row row) {
    Optional<String> item = row.required("item", 40);
    Optional<Long> quantity = row.whole("quantity", 1, MOST_UNITS);
    Optional<Sscc> sscc = row.as("sscc", row.text("sscc"), "not-an-sscc", Sscc::new);
    Optional<Epc> tag = row.as("tag", row.text("tag"), "not-a-tag", Epc::of);
    Optional<String> lot = row.text("lot");
    Optional<LocalDate> expiry = row.dateIfGiven("expiry");
    if (!row.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new AdviceDraft.Pallet(sscc, tag, item.orElseThrow(), quantity.orElseThrow(), lot, expiry));
  }
}
