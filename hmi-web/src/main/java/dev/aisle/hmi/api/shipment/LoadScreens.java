package dev.aisle.hmi.api.shipment;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.shipment.LoadRow.LoadState;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.device.PassPort;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Loads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads as screens see and close them. */
@Component
class LoadScreens {
  private static final int MOST_LEFT = 50;

  private final Loads loads;
  private final LoadPapers papers;
  private final Orders orders;
  private final Parties parties;
  private final PassPort passes;
  private final Site site;

  LoadScreens(
      Loads loads, LoadPapers papers, Orders orders, Parties parties, PassPort passes, Site site) {
    this.loads = loads;
    this.papers = papers;
    this.orders = orders;
    this.parties = parties;
    this.passes = passes;
    this.site = site;
  }

  List<LoadRow> open() {
    return loads.open().stream().map(this::row).toList();
  }

  List<LoadRow> left() {
    return loads.left(MOST_LEFT).stream().map(this::row).toList();
  }

  Page<LoadRow> all(
      @Nullable LoadState state, @Nullable String dock, @Nullable Boolean byHand, ListQuery query) {
    var wanted = WmsLists.query(query, "openedAt");
    wanted = WmsLists.where(wanted, "state", state == null ? null : state.name());
    wanted = WmsLists.where(wanted, "dock", dock);
    wanted = WmsLists.where(wanted, "byHand", byHand == null ? null : byHand.toString());
    return WmsLists.page(loads.list(wanted), this::row);
  }

  LoadView get(String id) {
    return view(find(id));
  }

  private Load find(String id) {
    return loads.find(id(id)).orElseThrow(() -> Refusal.notFound("load", id));
  }

  private static LoadId id(String typed) {
    return WmsLists.id("load", typed, text -> new LoadId(Long.parseLong(text)));
  }

  LoadView leave(String id, String by) {
    return answer(loads.close(id(id), new Actor(by)));
  }

  LoadView closeByHand(String id, String reason, String by) {
    return answer(loads.closeByHand(id(id), new Actor(by), reason));
  }

  private LoadView answer(CloseOutcome outcome) {
    return switch (outcome) {
      case CloseOutcome.Left left -> view(left.load());
      case CloseOutcome.Incomplete no ->
          throw Refusal.conflict(
              "load-incomplete",
              "Load %s may not leave: %d missing, %d too much."
                  .formatted(
                      no.load().id(), no.load().missing().size(), no.load().surplus().size()),
              Map.of(
                  "load", no.load().id().toString(),
                  "missing", no.load().missing().size(),
                  "surplus", no.load().surplus().size()));
      case CloseOutcome.Empty no ->
          throw Refusal.conflict(
              "load-empty",
              "Nothing is on load %s yet.".formatted(no.load().id()),
              Map.of("load", no.load().id().toString()));
      case CloseOutcome.NothingMissing no ->
          throw Refusal.conflict(
              "load-complete",
              "Load %s is complete and can simply leave.".formatted(no.load().id()),
              Map.of("load", no.load().id().toString()));
      case CloseOutcome.ReasonMissing no ->
          throw Refusal.invalid("reason", "missing", "Say why the truck goes.");
      case CloseOutcome.AlreadyLeft no ->
          throw Refusal.conflict(
              "already-done", "%s let it go already.".formatted(no.by()), Map.of("by", no.by()));
      case CloseOutcome.NoSuchLoad no -> throw Refusal.notFound("load", no.load().toString());
    };
  }

  LoadView noMore(String id, String by) {
    if (!loads.noMore(id(id), new Actor(by))) {
      throw Refusal.conflict("wrong-state", "Load %s has left.".formatted(id), Map.of());
    }
    return get(id);
  }

  LoadView goOn(String id, String by) {
    if (!loads.goOnLoading(id(id), new Actor(by))) {
      throw Refusal.conflict("wrong-state", "Load %s has left.".formatted(id), Map.of());
    }
    return get(id);
  }

  LoadView takenOff(String id, String tag, String note, String by) {
    if (!loads.takenOff(id(id), tag, new Actor(by), note)) {
      throw Refusal.notFound("tag", tag);
    }
    return get(id);
  }

  LoadView scan(String id, String code, String by) {
    return switch (loads.scanned(id(id), new Actor(by), code)) {
      case LoadOutcome.Left left -> get(id);
      case LoadOutcome.WrongCode wrong ->
          throw Refusal.conflict(
              "not-on-papers",
              "%s is on no paper of load %s.".formatted(wrong.scanned(), id),
              Map.of("scanned", wrong.scanned()));
      case LoadOutcome.NotHere no ->
          throw Refusal.conflict(
              "not-here",
              "%s does not stand at the dock.".formatted(no.parcel()),
              Map.of("parcel", no.parcel().digits()));
      case LoadOutcome.Started no -> throw new IllegalStateException(no.toString());
      case LoadOutcome.AlreadyDone no -> throw new IllegalStateException(no.toString());
      case LoadOutcome.InOtherHands no -> throw new IllegalStateException(no.toString());
      case LoadOutcome.Held no -> throw new IllegalStateException(no.toString());
      case LoadOutcome.NotSeenLeaving no -> throw new IllegalStateException(no.toString());
      case LoadOutcome.Withdrawn no -> throw new IllegalStateException(no.toString());
    };
  }

  private LoadRow row(Load load) {
    return new LoadRow(
        load.id().toString(),
        load.dock().value(),
        LoadRow.LoadState.valueOf(load.state().name()),
        LoadRow.LoadVerdict.valueOf(papers.report(load).state().name()),
        load.parcels().size() + load.leftBehind().size(),
        load.parcels().size() - load.missing().size(),
        load.missing().size() + load.leftBehind().size(),
        load.surplus().size(),
        load.passes(),
        load.openedAt(),
        load.closedAt().orElse(null),
        load.closedBy().orElse(null),
        load.reason().orElse(null));
  }

  private LoadView view(Load load) {
    Optional<String> readPoint =
        site.readPoints().stream()
            .filter(p -> p.step().equals("shipping") && p.location().equals(load.dock().value()))
            .map(Site.ReadPoint::id)
            .findFirst();
    var report = papers.report(load);
    return new LoadView(
        row(load),
        readPoint.orElse(null),
        load.parcels().stream().map(parcel -> parcel(parcel, readPoint)).toList(),
        load.extras().stream()
            .map(
                extra ->
                    new LoadView.LoadExtra(
                        extra.tag(),
                        WmsLists.orNull(extra.unit(), Sscc::digits),
                        report.surplus().contains(extra.tag()) ? "surplus" : "unexpected",
                        extra.readPoint(),
                        extra.seenAt(),
                        extra.pass(),
                        extra.settledBy().orElse(null),
                        extra.note().orElse(null)))
            .toList(),
        load.leftBehind().stream()
            .map(
                left ->
                    new LoadView.LoadParcelLeft(
                        left.sscc().digits(), left.order().value(), customer(left.order())))
            .toList());
  }

  private LoadView.LoadParcel parcel(Load.Parcel parcel, Optional<String> readPoint) {
    Optional<String> tag = papers.tagOf(parcel.sscc());
    return new LoadView.LoadParcel(
        parcel.sscc().digits(),
        parcel.order().value(),
        customer(parcel.order()),
        tag.orElse(null),
        Words.camel(parcel.state()),
        parcel.loaded(),
        parcel.loadedAt().orElse(null),
        parcel.loadedBy().orElse(null),
        parcel.pass(),
        parcel.loaded()
            ? List.of()
            : readPoint
                .flatMap(point -> tag.flatMap(epc -> passes.why(point, epc)))
                .map(PassPort.Why::decisive)
                .orElse(List.of()));
  }

  private String customer(OrderId order) {
    return orders
        .find(order)
        .map(Order::customer)
        .map(id -> parties.find(id).map(Party::name).orElse(id.value()))
        .orElse("");
  }
}
