package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.wms.inventory.StockViews;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.masterdata.FoodMartScope;
import dev.aisle.wms.masterdata.FoodMartSource;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.masterdata.ImportResult;
import dev.aisle.wms.masterdata.Importer;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads the FoodMart data once, through the same importer as any other file, and knows which goods
 * this small house deals in.
 */
@Component
class DemoGoods implements DemoStory.Part {
  private static final Logger LOG = LoggerFactory.getLogger(DemoGoods.class);
  private static final Actor IMPORT = new Actor("import");

  /** As many items as two pallets of each still leave room to move. */
  private static final int ASSORTMENT = 20;

  private static final FoodMartScope SCOPE = new FoodMartScope(ASSORTMENT, 8, 4, 200);

  /** Cases on a pallet of the demonstration: enough for some orders, little enough to run out. */
  private static final int CASES = 3;

  private final Items items;
  private final Parties parties;
  private final Orders orders;
  private final Importer importer;
  private final StockViews stock;
  private final Clock clock;
  private List<Item> assortment = List.of();
  private int serial;
  private volatile boolean stopped;

  /** A pallet to be ordered from a supplier; the serial tells lots apart. */
  record Wanted(Item item, long quantity, int serial) {}

  DemoGoods(
      Items items,
      Parties parties,
      Orders orders,
      Importer importer,
      StockViews stock,
      Clock clock) {
    this.items = items;
    this.parties = parties;
    this.orders = orders;
    this.importer = importer;
    this.stock = stock;
    this.clock = clock;
  }

  boolean ready() {
    return !assortment.isEmpty();
  }

  @Override
  public void beat(Simulator world) {
    if (ready()) {
      return;
    }
    try {
      FoodMartSource source =
          FoodMartSource.onClassPath(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      // Killed in the middle of the import, it is loaded again: rows known already change nothing.
      if (orders.list(ListQuery.first(1)).total() < SCOPE.orders()) {
        load(source);
      }
      assortment =
          source.assortment(ASSORTMENT).stream()
              .flatMap(id -> items.find(new ItemId(id)).stream())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(FoodMartSource source) throws IOException {
    for (Map.Entry<ImportKind, InputStream> file : source.files(SCOPE).entrySet()) {
      InputStream rows = new UntilStopped(file.getValue());
      ImportResult result = importer.load(file.getKey(), "foodmart-" + file.getKey(), rows, IMPORT);
      LOG.info(
          "{}: {} rows taken, {} known, {} refused",
          result.source(),
          result.accepted(),
          result.unchanged(),
          result.rejected());
    }
  }

  /** What is not yet read stays unread; the next start goes on. */
  void stop() {
    stopped = true;
  }

  /** Items of which least is free, one pallet of each. */
  List<Wanted> leastStocked(int pallets) {
    Map<ItemId, Long> free = new HashMap<>();
    stock
        .byItem(ListQuery.first(ListQuery.MAX_SIZE))
        .items()
        .forEach(row -> free.put(row.item(), row.free()));
    List<Item> wanted =
        assortment.stream()
            .sorted(Comparator.comparingLong((Item item) -> free.getOrDefault(item.id(), 0L)))
            .limit(pallets)
            .toList();
    return IntStream.range(0, wanted.size())
        .mapToObj(
            i -> new Wanted(wanted.get(i), (long) wanted.get(i).unitsPerCase() * CASES, ++serial))
        .toList();
  }

  String supplier() {
    return parties.ofRole(PartyRole.SUPPLIER).getFirst().id().value();
  }

  /** Breaks off in the middle of a file when the program ends, before its database is gone. */
  private final class UntilStopped extends FilterInputStream {
    private static final int PIECE = 512;

    UntilStopped(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      requireGoingOn();
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      requireGoingOn();
      return super.read(into, from, Math.min(length, PIECE));
    }

    private void requireGoingOn() throws InterruptedIOException {
      if (stopped) {
        throw new InterruptedIOException("the demonstration ends");
      }
    }
  }
}
