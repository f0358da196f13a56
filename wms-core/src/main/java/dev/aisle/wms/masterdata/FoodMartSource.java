package dev.aisle.wms.masterdata;

import dev.aisle.wms.shared.Gtin;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The FoodMart data set (Apache-2.0, artifact {@code net.hydromatic:foodmart-data-hsqldb}) in the
 * CSV shapes that {@link Importer} takes. The artifact holds an HSQLDB script; its INSERT
 * statements are read as text, no database is started.
 *
 * <p>FoodMart does not say its units. With centimetres and ounces a full pallet of an item measures
 * below one cubic metre and weighs about 100 kg, as pallets do, so that is how they are read. It
 * has no shelf lives either; those given here per department are ours, so that first expiry, first
 * out has something to decide. Its warehouses become our suppliers, its stores our customers, what
 * they shipped in 1997 the advices, and the baskets of the last quarter of 1997 the orders.
 */
public final class FoodMartSource {
  private static final String SCRIPT = "foodmart.script";
  private static final double GRAMS_PER_OUNCE = 28.349523125;
  private static final int MM_PER_CM = 10;

  private static final Map<String, Integer> SHELF_LIFE_DAYS =
      Map.of(
          "Produce", 14,
          "Seafood", 10,
          "Meat", 21,
          "Deli", 30,
          "Dairy", 30,
          "Baked Goods", 14,
          "Eggs", 35,
          "Frozen Foods", 270);

  private static final int SHELF_LIFE_OF_OTHER_FOOD = 365;

  private final Map<Integer, List<String>> products = new TreeMap<>();
  private final Map<String, List<String>> classes = new HashMap<>();
  private final List<List<String>> stores = new ArrayList<>();
  private final List<List<String>> warehouses = new ArrayList<>();
  private final Map<Integer, String> dates = new HashMap<>();
  private final List<int[]> replenishments = new ArrayList<>();
  private final List<int[]> sales = new ArrayList<>();
  private final LocalDate today;

  private FoodMartSource(LocalDate today) {
    this.today = today;
  }

  /**
   * Reads the script from the class path.
   *
   * @param today what expiry dates and requested dates are counted from; the years of the data set
   *     are long over
   */
  public static FoodMartSource onClassPath(LocalDate today) throws IOException {
    InputStream script = FoodMartSource.class.getClassLoader().getResourceAsStream(SCRIPT);
    if (script == null) {
      throw new IOException(SCRIPT + " is not on the class path");
    }
    try (script) {
      return read(script, today);
    }
  }

  static FoodMartSource read(InputStream script, LocalDate today) throws IOException {
    var source = new FoodMartSource(today);
    Map<String, Consumer<List<String>>> tables =
        Map.of(
            "product", row -> source.products.put(number(row, 1), row),
            "product_class", row -> source.classes.put(row.get(0), row),
            "store", source.stores::add,
            "warehouse", source.warehouses::add,
            "time_by_day", row -> source.dates.put(number(row, 0), row.get(1).substring(0, 10)),
            "inventory_fact_1997",
                row ->
                    source.replenishments.add(
                        new int[] {number(row, 0), number(row, 1), number(row, 2), number(row, 5)}),
            "sales_fact_1997",
                row ->
                    source.sales.add(
                        new int[] {
                          number(row, 0),
                          number(row, 1),
                          number(row, 2),
                          number(row, 4),
                          (int) Math.round(Double.parseDouble(row.get(7)))
                        }));
    var lines = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8), 1 << 16);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(HsqlInsert.START)) {
        Consumer<List<String>> table = tables.get(HsqlInsert.table(line));
        if (table != null) {
          table.accept(HsqlInsert.values(line));
        }
      }
    }
    return source;
  }

  /** Every file in the order to load them: later ones refer to earlier ones. */
  public Map<ImportKind, InputStream> files(FoodMartScope scope) {
    Map<ImportKind, InputStream> files = new LinkedHashMap<>();
    Set<Integer> assortment = Set.copyOf(mostOrdered(scope.assortment()));
    files.put(ImportKind.ITEMS, bytes(items()));
    files.put(ImportKind.PARTIES, bytes(parties()));
    files.put(ImportKind.ADVICES, bytes(advices(scope, assortment)));
    files.put(ImportKind.ORDERS, bytes(orders(scope, assortment)));
    return files;
  }

  private static InputStream bytes(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Ids of the items ordered most in the last quarter of 1997, the most wanted first. */
  public List<String> assortment(int size) {
    return mostOrdered(size).stream().map(FoodMartSource::itemId).toList();
  }

  private List<Integer> mostOrdered(int size) {
    Map<Integer, Long> units = new HashMap<>();
    baskets().forEach(sale -> units.merge(sale[0], (long) sale[4], Long::sum));
    return products.keySet().stream()
        .sorted((a, b) -> Long.compare(units.getOrDefault(b, 0L), units.getOrDefault(a, 0L)))
        .limit(size)
        .toList();
  }

  private List<int[]> baskets() {
    return sales.stream().filter(sale -> date(sale[1]).compareTo("1997-10-01") >= 0).toList();
  }

  private String date(int timeId) {
    return dates.getOrDefault(timeId, "");
  }

  String items() {
    var csv =
        new CsvText(
            "id",
            "name",
            "gtin",
            "length_mm",
            "width_mm",
            "height_mm",
            "weight_g",
            "units_per_case",
            "cases_per_pallet",
            "shelf_life_days",
            "category");
    products.forEach(
        (id, row) -> {
          List<String> group = group(row);
          csv.row(
              itemId(id),
              row.get(3),
              tradeItemNumber(row.get(4)),
              millimetres(row.get(14)),
              millimetres(row.get(12)),
              millimetres(row.get(13)),
              Long.toString(Math.round(Double.parseDouble(row.get(6)) * GRAMS_PER_OUNCE)),
              row.get(10),
              row.get(11),
              shelfLife(group),
              group.get(2));
        });
    return csv.toString();
  }

  /** Family and department decide; what nobody eats or drinks has none. */
  private static String shelfLife(List<String> group) {
    if (group.get(4).equals("Non-Consumable")) {
      return "";
    }
    return Integer.toString(SHELF_LIFE_DAYS.getOrDefault(group.get(3), SHELF_LIFE_OF_OTHER_FOOD));
  }

  private List<String> group(List<String> product) {
    return classes.getOrDefault(product.get(0), List.of("", "", "", "", "Non-Consumable"));
  }

  /** The eleven digits of a UPC; its check digit is not in the data. */
  private static String tradeItemNumber(String stockKeepingUnit) {
    String thirteen = "0".repeat(13 - stockKeepingUnit.length()) + stockKeepingUnit;
    return Gtin.complete(thirteen).digits();
  }

  private static String millimetres(String centimetres) {
    return Long.toString(Math.round(Double.parseDouble(centimetres) * MM_PER_CM));
  }

  String parties() {
    var csv =
        new CsvText("id", "name", "role", "street", "city", "region", "postal_code", "country");
    for (List<String> w : warehouses) {
      csv.row(
          "WH-" + w.get(0),
          w.get(3),
          "supplier",
          w.get(4),
          w.get(8),
          w.get(9),
          w.get(10),
          w.get(11));
    }
    for (List<String> s : stores) {
      if (!s.get(0).equals("0")) { // 0 is the head office
        csv.row(
            "SHOP-" + s.get(0),
            s.get(3) + " " + s.get(6),
            "customer",
            s.get(5),
            s.get(6),
            s.get(7),
            s.get(8),
            s.get(9));
      }
    }
    return csv.toString();
  }

  String advices(FoodMartScope scope, Set<Integer> assortment) {
    var csv = new CsvText("advice", "supplier", "item", "quantity", "lot", "expiry");
    Map<Integer, List<int[]>> open = new TreeMap<>();
    int advices = 0;
    for (int[] row : replenishments) {
      if (advices == scope.advices()) {
        return csv.toString();
      }
      if (assortment.contains(row[0]) && row[3] > 0) {
        List<int[]> pallets = open.computeIfAbsent(row[2], warehouse -> new ArrayList<>());
        pallets.add(row);
        if (pallets.size() == scope.palletsPerAdvice()) {
          advice(csv, ++advices, open.remove(row[2]));
        }
      }
    }
    for (List<int[]> pallets : open.values()) {
      if (advices < scope.advices()) {
        advice(csv, ++advices, pallets);
      }
    }
    return csv.toString();
  }

  private void advice(CsvText csv, int number, List<int[]> pallets) {
    for (int[] pallet : pallets) {
      String shelfLife = shelfLife(group(products.getOrDefault(pallet[0], List.of(""))));
      // Goods were made some days ago, differently long for each delivery.
      String expiry =
          shelfLife.isEmpty()
              ? ""
              : today.plusDays(Integer.parseInt(shelfLife) - pallet[1] % 7).toString();
      csv.row(
          "FM-ASN-%05d".formatted(number),
          "WH-" + pallet[2],
          itemId(pallet[0]),
          Integer.toString(pallet[3]),
          shelfLife.isEmpty() ? "" : "L" + date(pallet[1]).replace("-", ""),
          expiry);
    }
  }

  String orders(FoodMartScope scope, Set<Integer> assortment) {
    Map<String, Map<Integer, Integer>> orders = new TreeMap<>();
    for (int[] sale : baskets()) {
      if (assortment.contains(sale[0])) {
        String key = "%s/%d/%d".formatted(date(sale[1]).replace("-", ""), sale[3], sale[2]);
        orders.computeIfAbsent(key, k -> new TreeMap<>()).merge(sale[0], sale[4], Integer::sum);
      }
    }
    var csv = new CsvText("order_ref", "customer", "item", "quantity");
    orders.entrySet().stream()
        .limit(scope.orders())
        .forEach(
            order -> {
              String reference = order.getKey().replace('/', '-');
              String shop = "SHOP-" + order.getKey().split("/")[1];
              order
                  .getValue()
                  .forEach((item, units) -> csv.row(reference, shop, itemId(item), "" + units));
            });
    return csv.toString();
  }

  private static String itemId(int product) {
    return "FM-%04d".formatted(product);
  }

  private static int number(List<String> row, int column) {
    return Integer.parseInt(row.get(column));
  }
}
