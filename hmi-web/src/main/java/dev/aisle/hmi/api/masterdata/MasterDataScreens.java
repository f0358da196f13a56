package dev.aisle.hmi.api.masterdata;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.wms.inventory.Balance;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Master data as screens see it. */
@Component
class MasterDataScreens {

  private final Items items;
  private final Parties parties;
  private final Locations locations;
  private final Ledger ledger;
  private final Units units;

  MasterDataScreens(Items items, Parties parties, Locations locations, Ledger ledger, Units units) {
    this.items = items;
    this.parties = parties;
    this.locations = locations;
    this.ledger = ledger;
    this.units = units;
  }

  Page<ItemView> items(@Nullable String category, ListQuery query) {
    var wanted = WmsLists.where(WmsLists.query(query), "category", category);
    Map<ItemId, List<Balance>> stock =
        ledger.balances(BalanceQuery.all()).stream()
            .collect(Collectors.groupingBy(balance -> balance.key().item()));
    return WmsLists.page(
        items.list(wanted), item -> view(item, stock.getOrDefault(item.id(), List.of())));
  }

  Page<PartyView> parties(@Nullable String role, ListQuery query) {
    var wanted =
        WmsLists.where(WmsLists.query(query), "role", role == null ? null : Words.constant(role));
    return WmsLists.page(parties.list(wanted), MasterDataScreens::view);
  }

  Page<LocationView> locations(@Nullable String type, ListQuery query) {
    var wanted =
        WmsLists.where(WmsLists.query(query), "type", type == null ? null : Words.constant(type));
    Map<LocationId, Long> standing =
        units.placed().stream()
            .map(HandlingUnit::place)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
    return WmsLists.page(
        locations.list(wanted), place -> view(place, standing.getOrDefault(place.id(), 0L)));
  }

  private static ItemView view(Item item, List<Balance> stock) {
    return new ItemView(
        item.id().value(),
        item.name(),
        item.gtin().digits(),
        item.category(),
        item.unitsPerCase(),
        item.casesPerPallet(),
        item.weightG(),
        item.each().lengthMm(),
        item.each().widthMm(),
        item.each().heightMm(),
        stock.stream().mapToLong(Balance::onHand).sum(),
        stock.stream().mapToLong(Balance::reserved).sum());
  }

  private static PartyView view(Party party) {
    return new PartyView(
        party.id().value(),
        party.name(),
        Words.camel(party.role()),
        party.city().isEmpty() ? null : party.city(),
        party.country().isEmpty() ? null : party.country());
  }

  private static LocationView view(Location place, long occupied) {
    return new LocationView(
        place.id().value(),
        Words.kebab(place.type()),
        place.zone(),
        place.capacityUnits(),
        (int) occupied,
        place.xM(),
        place.yM());
  }
}
