package dev.aisle.hmi.bridge.label;

import dev.aisle.device.printer.LabelTemplates;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is printed for a unit: of a parcel the very label that the screens show, of a pallet a GS1
 * logistic label with what was announced to be on it.
 */
@Component
public final class UnitLabels {
  private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");

  private final Site site;
  private final Outbound outbound;
  private final Inbound inbound;
  private final Units units;
  private final Items items;
  private final Parties parties;

  UnitLabels(
      Site site, Outbound outbound, Inbound inbound, Units units, Items items, Parties parties) {
    this.site = site;
    this.outbound = outbound;
    this.inbound = inbound;
    this.units = units;
    this.items = items;
    this.parties = parties;
  }

  /** Empty when the warehouse knows no such unit. */
  public Optional<PrintJob> job(String id, Sscc unit, StationDevice.Printer printer) {
    Optional<Label> parcel = outbound.label(unit);
    if (parcel.isPresent()) {
      return Optional.of(
          PrintJob.ofZpl(
              id,
              ZplScale.to(printer.model().dpi(), parcel.get().zpl()),
              Optional.of(parcel.get().tag().hex())));
    }
    return units.find(unit).map(known -> pallet(id, known, printer));
  }

  private PrintJob pallet(String id, HandlingUnit unit, StationDevice.Printer printer) {
    Optional<Advice> advice = inbound.adviceOf(unit.sscc()).flatMap(inbound::find);
    Optional<Advice.Pallet> pallet =
        advice.stream()
            .flatMap(known -> known.pallets().stream())
            .filter(one -> one.sscc().equals(unit.sscc()))
            .findFirst();
    String from =
        advice
            .map(Advice::supplier)
            .map(id2 -> parties.find(id2).map(Party::name).orElse(id2.value()))
            .orElse("");
    return PrintJob.of(
        id,
        LabelTemplates.logistic(
            unit.sscc().digits(),
            new LabelTemplates.Logistic(
                from, site.id(), "", pallet.map(this::content).orElse(Map.of())),
            unit.tag().map(Epc::hex),
            printer.words()),
        printer.model(),
        1);
  }

  /** Item (02) with count (37), lot (10) and use by (17), as far as they are known. */
  private Map<String, String> content(Advice.Pallet pallet) {
    Map<String, String> content = new LinkedHashMap<>();
    items
        .find(pallet.item())
        .ifPresent(
            item -> {
              String gtin = item.gtin().digits();
              content.put("02", "0".repeat(14 - gtin.length()) + gtin);
              content.put("37", Long.toString(pallet.quantity()));
            });
    if (pallet.lot().code().matches("[A-Za-z0-9-]{1,20}")) {
      content.put("10", pallet.lot().code());
    }
    pallet.lot().expiry().ifPresent(date -> content.put("17", date.format(YYMMDD)));
    return content;
  }
}
