package dev.aisle.wms.testing;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.item.Dimensions;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small floor with a few goods on it, for tests that need something to move. */
public class Goods {
  public static final ItemId BOLTS = new ItemId("BOLTS");
  public static final ItemId MILK = new ItemId("MILK");
  public static final PartyId OWNER = new PartyId("OWNER");
  public static final PartyId SUPPLIER = new PartyId("ACME");
  public static final PartyId SHOP = new PartyId("SHOP-1");
  public static final LocationId D1 = new LocationId("D1");
  public static final LocationId S1 = new LocationId("S-01-01");
  public static final LocationId S2 = new LocationId("S-01-02");
  public static final LocationId X1 = new LocationId("X1");
  public static final LocationId AGV = new LocationId("AGV-01");
  public static final StockKey BOLTS_KEY = StockKey.available(BOLTS, Lot.NONE, OWNER);

  private final Items items;
  private final Locations locations;
  private final Parties parties;
  private final Units units;
  private final Ledger ledger;

  Goods(Items items, Locations locations, Parties parties, Units units, Ledger ledger) {
    this.items = items;
    this.locations = locations;
    this.parties = parties;
    this.units = units;
    this.ledger = ledger;
  }

  /** D1, two slots for one unit each, X1, one vehicle, two items and three parties. */
  public void floor() {
    List<Location> places = new ArrayList<>();
    places.add(new Location(D1, LocationType.DOCK, "in", 1, 0, 0, 0));
    places.add(new Location(S1, LocationType.SLOT, "ambient", 1, 1, 2, 0));
    places.add(new Location(S2, LocationType.SLOT, "ambient", 1, 2, 4, 0));
    places.add(new Location(X1, LocationType.SHIP_DOCK, "out", 1, 3, 6, 0));
    places.add(new Location(AGV, LocationType.VEHICLE, "fleet", 1, 4, 0, 0));
    locations.declare(places);
    parties.save(Party.named(OWNER, "Owner", PartyRole.OWNER));
    parties.save(Party.named(SUPPLIER, "Acme", PartyRole.SUPPLIER));
    parties.save(Party.named(SHOP, "Shop one", PartyRole.CUSTOMER));
    items.save(item(BOLTS, 1));
    items.save(item(MILK, 2));
  }

  private static Item item(ItemId id, int number) {
    return new Item(
        id,
        id.value(),
        Gtin.complete("0%012d".formatted(number)),
        new Dimensions(100, 80, 60),
        250,
        10,
        40,
        Optional.empty(),
        "test");
  }

  /** A pallet at the place with this many bolts in it. */
  public Sscc palletAt(LocationId place, long bolts) {
    Sscc sscc = units.nextSscc();
    units.announce(sscc, UnitType.PALLET, Optional.empty());
    ledger.place(sscc, place, because("receipt"));
    ledger
        .post(
            new Movement(
                "receipt:" + sscc,
                Account.supplier(SUPPLIER),
                Account.unit(sscc),
                BOLTS_KEY,
                Quantity.of(bolts),
                because("receipt")))
        .orThrow();
    return sscc;
  }

  public static Occasion because(String reason) {
    return new Occasion(
        Reason.of(reason),
        Evidence.manual("test"),
        SettableClock.START,
        new Actor("tester"),
        "DOC-1");
  }
}
