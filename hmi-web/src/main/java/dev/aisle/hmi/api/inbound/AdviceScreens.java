package dev.aisle.hmi.api.inbound;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Problem.FieldProblem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.inbound.AdviceRow.AdviceState;
import dev.aisle.hmi.api.inbound.AdviceView.AdviceDifference;
import dev.aisle.hmi.api.inbound.AdviceView.AdvicePallet;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AnnounceOutcome;
import dev.aisle.wms.inbound.ArriveOutcome;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dispatch advices as screens see and announce them. */
@Component
class AdviceScreens {

  private final Inbound inbound;
  private final Items items;
  private final Parties parties;

  AdviceScreens(Inbound inbound, Items items, Parties parties) {
    this.inbound = inbound;
    this.items = items;
    this.parties = parties;
  }

  Page<AdviceRow> list(@Nullable AdviceState state, ListQuery query) {
    var wanted =
        WmsLists.where(
            WmsLists.query(query, "announcedAt"), "state", state == null ? null : state.name());
    return WmsLists.page(inbound.list(wanted), AdviceScreens::row);
  }

  AdviceView get(String id) {
    return view(WmsLists.id("advice", id, AdviceId::new));
  }

  AdviceView announce(NewAdvice advice, String by) {
    AdviceDraft draft =
        new AdviceDraft(
            Optional.empty(),
            advice.supplier(),
            Optional.empty(),
            advice.pallets().stream()
                .map(
                    pallet ->
                        new AdviceDraft.Pallet(
                            Optional.empty(),
                            Optional.empty(),
                            pallet.item(),
                            pallet.quantity(),
                            Optional.ofNullable(pallet.lot()).filter(lot -> !lot.isBlank()),
                            Optional.ofNullable(pallet.expiry())))
                .toList());
    return switch (inbound.announce(draft, new Actor(by))) {
      case AnnounceOutcome.Announced announced -> view(announced.advice());
      case AnnounceOutcome.AlreadyAnnounced already -> view(already.advice());
      case AnnounceOutcome.Refused refused ->
          throw new Refusal(
              Problem.invalid(
                  refused.problems().stream()
                      .map(one -> new FieldProblem(one.field(), one.code(), one.message()))
                      .toList()));
    };
  }

  /** The truck stands at a dock; what is wrong is said of the dock or of the advice. */
  AdviceView arrive(String id, String at) {
    AdviceId wanted = WmsLists.id("advice", id, AdviceId::new);
    LocationId dock;
    try {
      dock = new LocationId(at.strip());
    } catch (IllegalArgumentException e) {
      throw notADock(at);
    }
    return switch (inbound.arrive(wanted, dock)) {
      case ArriveOutcome.Arrived arrived -> view(arrived.advice());
      case ArriveOutcome.NotADock none -> throw notADock(at);
      case ArriveOutcome.DockBusy busy ->
          throw new Refusal(
              Problem.of(
                  409,
                  "dock-taken",
                  "Another delivery stands at %s.".formatted(busy.dock()),
                  "dock",
                  Map.of("dock", busy.dock().value(), "advice", busy.with().value())));
      case ArriveOutcome.AlreadyHere here ->
          throw new Refusal(
              Problem.of(
                  409,
                  "already-arrived",
                  "It stands at %s already.".formatted(here.dock()),
                  "id",
                  Map.of("dock", here.dock().value(), "advice", here.advice().value())));
      case ArriveOutcome.Closed closed ->
          throw new Refusal(
              Problem.of(
                  409,
                  "advice-closed",
                  "Its receipt is closed.",
                  "id",
                  Map.of("advice", closed.advice().value())));
      case ArriveOutcome.NoSuchAdvice none -> throw Refusal.notFound("advice", id);
    };
  }

  private static Refusal notADock(String named) {
    return new Refusal(
        Problem.invalid(
            List.of(
                FieldProblem.of(
                    "dock",
                    "not-a-dock",
                    "'%s' is no dock where goods come in.".formatted(named),
                    Map.of("dock", named)))));
  }

  private static AdviceRow row(dev.aisle.wms.inbound.AdviceRow row) {
    return new AdviceRow(
        row.id().value(),
        row.supplier().value(),
        row.supplierName(),
        WmsLists.orNull(row.dock(), LocationId::value),
        AdviceState.valueOf(row.state().name()),
        row.pallets(),
        row.received(),
        row.announcedAt());
  }

  private AdviceView view(AdviceId id) {
    Advice advice = inbound.find(id).orElseThrow(() -> Refusal.notFound("advice", id.value()));
    boolean closed = advice.state() == dev.aisle.wms.inbound.AdviceState.CLOSED;
    return new AdviceView(
        advice.id().value(),
        advice.supplier().value(),
        parties.find(advice.supplier()).map(Party::name).orElse(advice.supplier().value()),
        WmsLists.orNull(advice.dock(), LocationId::value),
        AdviceState.valueOf(advice.state().name()),
        advice.pallets().size(),
        advice.received(),
        advice.announcedAt(),
        advice.pallets().stream().map(this::pallet).toList(),
        closed
            ? advice.differences().stream()
                .map(
                    difference ->
                        new AdviceDifference(
                            difference.unit().digits(), Words.camel(difference.state())))
                .toList()
            : List.of());
  }

  private AdvicePallet pallet(Advice.Pallet pallet) {
    return new AdvicePallet(
        pallet.sscc().digits(),
        pallet.item().value(),
        name(pallet.item()),
        pallet.lot().code().isEmpty() ? null : pallet.lot().code(),
        pallet.lot().expiry().orElse(null),
        pallet.quantity(),
        Words.camel(pallet.state()),
        pallet.receivedAt().orElse(null));
  }

  private String name(ItemId item) {
    return items.find(item).map(Item::name).orElse(item.value());
  }
}
