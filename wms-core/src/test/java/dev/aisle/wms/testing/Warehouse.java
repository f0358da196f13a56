package dev.aisle.wms.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AnnounceOutcome;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.InventoryInvariants;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.item.Dimensions;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.transport.TransportReports;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small warehouse to tell stories about: two docks, slots, two pick stations with two positions,
 * two shipping docks. Vehicles, tag readers and people are played by {@link Crew}.
 */
public final class Warehouse {
  public static final ItemId BOLTS = new ItemId("BOLTS");
  public static final ItemId MILK = new ItemId("MILK");
  public static final ItemId TEA = new ItemId("TEA");
  public static final Sscc PALLET = Sscc.of(3, "9500000", 1);
  public static final Sscc PALLET_2 = Sscc.of(3, "9500000", 2);
  public static final Sscc PALLET_3 = Sscc.of(3, "9500000", 3);
  public static final Actor ANNA = new Actor("anna");
  public static final Actor BORIS = new Actor("boris");

  public final Inbound inbound;
  public final Storage storage;
  public final Orders orders;
  public final Outbound outbound;
  public final Shipments shipments;
  public final Loads loads;
  public final Tasks tasks;
  public final Stations stations;
  public final Deviations deviations;
  public final Ledger ledger;
  public final Units units;
  public final Transports transports;
  public final TransportReports reports;
  private final InventoryInvariants invariants;
  private final Sightings sightings;
  private final Locations locations;
  private final Items items;
  private final Parties parties;
  private final JdbcClient jdbc;
  public final SettableClock clock;

  private Warehouse(ApplicationContext spring) {
    inbound = spring.getBean(Inbound.class);
    storage = spring.getBean(Storage.class);
    orders = spring.getBean(Orders.class);
    outbound = spring.getBean(Outbound.class);
    shipments = spring.getBean(Shipments.class);
    loads = spring.getBean(Loads.class);
    tasks = spring.getBean(Tasks.class);
    stations = spring.getBean(Stations.class);
    deviations = spring.getBean(Deviations.class);
    ledger = spring.getBean(Ledger.class);
    units = spring.getBean(Units.class);
    transports = spring.getBean(Transports.class);
    reports = spring.getBean(TransportReports.class);
    invariants = spring.getBean(InventoryInvariants.class);
    sightings = spring.getBean(Sightings.class);
    locations = spring.getBean(Locations.class);
    items = spring.getBean(Items.class);
    parties = spring.getBean(Parties.class);
    jdbc = spring.getBean(JdbcClient.class);
    clock = spring.getBean(SettableClock.class);
  }

  /** With eight slots; stations and goods as the constants of this class name them. */
  public static Warehouse aWarehouse(ApplicationContext spring) {
    return new Warehouse(spring).floor().withSlots(8);
  }

  private Warehouse floor() {
    List<Location> places = new ArrayList<>();
    places.add(place("D1", LocationType.DOCK, 0, 0));
    places.add(place("D2", LocationType.DOCK, 0, 4));
    places.add(place("P1-A", LocationType.PICK, 20, 0));
    places.add(place("P1-B", LocationType.PICK, 20, 2));
    places.add(place("P2-A", LocationType.PICK, 20, 4));
    places.add(place("P2-B", LocationType.PICK, 20, 6));
    places.add(place("K1", LocationType.PACK, 22, 0));
    places.add(place("K2", LocationType.PACK, 22, 4));
    places.add(place("X1", LocationType.SHIP_DOCK, 30, 0));
    places.add(place("X2", LocationType.SHIP_DOCK, 30, 4));
    for (int i = 1; i <= 6; i++) {
      places.add(place("AGV-0" + i, LocationType.VEHICLE, 0, 0));
    }
    locations.declare(places);
    stations.declare(
        List.of(
            station("DOCK-1", Set.of(TaskKind.UNLOAD), null, "D1"),
            station("DOCK-2", Set.of(TaskKind.UNLOAD), null, "D2"),
            station("PICK-1", Set.of(TaskKind.PICK, TaskKind.PACK), "K1", "P1-A", "P1-B"),
            station("PICK-2", Set.of(TaskKind.PICK, TaskKind.PACK), "K2", "P2-A", "P2-B"),
            station("SHIP-1", Set.of(TaskKind.LOAD), null, "X1"),
            station("SHIP-2", Set.of(TaskKind.LOAD), null, "X2")));
    parties.save(Party.named(new PartyId("ACME"), "Acme", PartyRole.SUPPLIER));
    parties.save(Party.named(new PartyId("SHOP-1"), "Shop ^one 一号店", PartyRole.CUSTOMER));
    item(BOLTS, 1);
    item(MILK, 2);
    item(TEA, 3);
    return this;
  }

  public Warehouse withSlots(int count) {
    List<Location> slots = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      slots.add(place("S-01-%02d".formatted(i), LocationType.SLOT, 2.0 * i, 10));
    }
    locations.declare(slots);
    return this;
  }

  /** Closes slots until only so many are left. */
  public Warehouse withOnlySlots(int count) {
    List<Location> closed =
        locations.ofType(LocationType.SLOT).stream()
            .skip(count)
            .map(s -> new Location(s.id(), s.type(), s.zone(), 0, s.sequence(), s.xM(), s.yM()))
            .toList();
    locations.declare(closed);
    return this;
  }

  private static Location place(String id, LocationType type, double x, double y) {
    return new Location(new LocationId(id), type, "ambient", 1, (int) (x * 10 + y), x, y);
  }

  private static Station station(
      String id, Set<TaskKind> does, String packsTo, String... positions) {
    return new Station(
        id,
        List.of(positions).stream().map(LocationId::new).toList(),
        does,
        Optional.ofNullable(packsTo).map(LocationId::new));
  }

  private void item(ItemId id, int number) {
    items.save(
        new Item(
            id,
            id.value(),
            Gtin.complete("0%012d".formatted(number)),
            new Dimensions(100, 80, 60),
            250,
            10,
            40,
            Optional.empty(),
            "test"));
  }

  public Item item(ItemId id) {
    return items.require(id);
  }

  // --- what happens ---

  /** Sets the clock to this time of the day. */
  public Warehouse at(String time) {
    clock.set(Instant.parse("2026-11-02T" + time + "Z"));
    return this;
  }

  /** One pallet, announced and already on the truck at dock D1. */
  public Warehouse expecting(Sscc pallet, long quantity, ItemId item) {
    delivery().pallet(pallet, quantity, item).arrivesAt("D1");
    return this;
  }

  public DeliveryStory delivery() {
    return new DeliveryStory(this);
  }

  /** Receives a pallet and stores it, all by the book. */
  public Warehouse stored(Sscc pallet, long quantity, ItemId item) {
    return stored(pallet, quantity, item, null);
  }

  public Warehouse stored(Sscc pallet, long quantity, ItemId item, LocalDate expiry) {
    AdviceId advice = delivery().pallet(pallet, quantity, item, expiry).arrivesAt("D1");
    tagSeen("D1", pallet);
    settle();
    crew().vehiclesFinish();
    inbound.closeReceipt(advice, ANNA, "");
    settle();
    return this;
  }

  /** The dock's or position's reader saw a tag; at a dock it came in. */
  public Warehouse tagSeen(String place, Sscc unit) {
    return tagSeen(place, unit, place.startsWith("X") ? Direction.OUT : null);
  }

  public Warehouse tagSeen(String place, Sscc unit, Direction direction) {
    see(place, unit, direction);
    return settle();
  }

  public void tagSeenAndNotAwaited(String place, Sscc unit) {
    see(place, unit, null);
  }

  private void see(String place, Sscc unit, Direction direction) {
    boolean position = place.startsWith("P");
    String step = position ? "picking" : place.startsWith("X") ? "shipping" : "receiving";
    Direction way = direction != null ? direction : position ? Direction.NONE : Direction.IN;
    Epc tag = units.find(unit).flatMap(HandlingUnit::tag).orElseGet(() -> tag(unit));
    Instant now = clock.instant();
    sightings.record(
        new TagSighting(
            place + (position ? "-head" : "-portal"),
            new LocationId(place),
            step,
            tag,
            now,
            now,
            12,
            OptionalDouble.empty(),
            way));
  }

  public static Epc tag(Sscc unit) {
    return Epc.sscc96(unit, 7, 6);
  }

  public OrderId order(ItemId item, long quantity) {
    return order(new OrderDraft.Line(item.value(), quantity));
  }

  /** Entered and confirmed. */
  public OrderId order(OrderDraft.Line... lines) {
    var draft = new OrderDraft("SHOP-1", Optional.empty(), Optional.empty(), List.of(lines));
    OrderId id = ((EntryOutcome.Entered) orders.enter(draft, ANNA)).order();
    orders.confirm(id, ANNA);
    settle();
    return id;
  }

  public Crew crew() {
    return new Crew(this);
  }

  /** Waits until every listener has had its events; a listener that failed fails the test. */
  public Warehouse settle() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(3))
        .until(
            () -> {
              assertThat(failedListeners()).isEmpty();
              return jdbc.sql("select count(*) from event_publication").query(Long.class).single()
                  == 0;
            });
    return this;
  }

  private List<String> failedListeners() {
    return jdbc.sql(
            """
            select listener_id || ' ' || serialized_event from event_publication
            where status = 'FAILED'
            """)
        .query(String.class)
        .list();
  }

  public JdbcClient database() {
    return jdbc;
  }

  // --- what is ---

  public Order find(OrderId id) {
    return orders.find(id).orElseThrow();
  }

  /** Base units in the house. */
  public long stock(ItemId item) {
    return ledger.balances(BalanceQuery.of(item)).stream().mapToLong(b -> b.onHand()).sum();
  }

  public Optional<String> placeOf(Sscc unit) {
    return units.require(unit).place().map(LocationId::value);
  }

  public List<DeviationKind> openDeviations() {
    return deviations.list(ListQuery.first(100).filtered("open", "true")).items().stream()
        .map(Deviation::kind)
        .toList();
  }

  public List<String> receipts() {
    return jdbc.sql(
            "select sscc || ' ' || received_at from advice_pallet where received_at is not null")
        .query(String.class)
        .list();
  }

  public List<Task> openTasks(TaskKind kind) {
    return tasks.list(ListQuery.first(200).filtered("kind", kind.name())).items().stream()
        .filter(Task::open)
        .toList();
  }

  public Task openTask(TaskKind kind) {
    List<Task> open = openTasks(kind);
    assertThat(open).as("open %s tasks", kind).hasSize(1);
    return open.getFirst();
  }

  public void everyInvariantHolds() {
    assertThat(invariants.check()).isEmpty();
  }

  AdviceId announce(List<AdviceDraft.Pallet> pallets) {
    var draft = new AdviceDraft(Optional.empty(), "ACME", Optional.empty(), pallets);
    return ((AnnounceOutcome.Announced) inbound.announce(draft, ANNA)).advice();
  }
}
