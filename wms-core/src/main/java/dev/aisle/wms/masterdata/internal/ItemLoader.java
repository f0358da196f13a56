package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.item.Dimensions;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Saved;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Items, one a row. */
@Component
class ItemLoader implements Loader {
  private static final int LONGEST_SIDE_MM = 20_000;
  private static final long HEAVIEST_G = 10_000_000;

  private final Items items;

  ItemLoader(Items items) {
    this.items = items;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ITEMS;
  }

  @Override
  public List<String> required() {
    return List.of(
        "id",
        "name",
        "gtin",
        "length_mm",
        "width_mm",
        "height_mm",
        "weight_g",
        "units_per_case",
        "cases_per_pallet");
  }

  @Override
  public List<String> optional() {
    return List.of("shelf_life_days", "category");
  }

  @Override
  public List<String> document() {
    return List.of();
  }

  @Override
  public Optional<Saved> take(List<Row> rows, Run run) {
    Row row = rows.getFirst();
    Optional<ItemId> id = row.as("id", row.required("id"), "not-an-id", ItemId::new);
    Optional<String> name = row.required("name", 200);
    Optional<Gtin> gtin = row.as("gtin", row.required("gtin"), "not-a-gtin", Gtin::of);
    Optional<Long> length = row.whole("length_mm", 1, LONGEST_SIDE_MM);
    Optional<Long> width = row.whole("width_mm", 1, LONGEST_SIDE_MM);
    Optional<Long> height = row.whole("height_mm", 1, LONGEST_SIDE_MM);
    Optional<Long> weight = row.whole("weight_g", 0, HEAVIEST_G);
    Optional<Long> unitsPerCase = row.whole("units_per_case", 1, 100_000);
    Optional<Long> casesPerPallet = row.whole("cases_per_pallet", 1, 10_000);
    Optional<Long> shelfLife = row.wholeIfGiven("shelf_life_days", 1, 36_500);
    String category = row.upTo("category", 100);
    if (!row.good()) {
      return Optional.empty();
    }
    Item item =
        new Item(
            id.orElseThrow(),
            name.orElseThrow(),
            gtin.orElseThrow(),
            new Dimensions(
                length.orElseThrow().intValue(),
                width.orElseThrow().intValue(),
                height.orElseThrow().intValue()),
            weight.orElseThrow(),
            unitsPerCase.orElseThrow().intValue(),
            casesPerPallet.orElseThrow().intValue(),
            shelfLife.map(Long::intValue),
            category);
    return save(row, item, run);
  }

  private Optional<Saved> save(Row row, Item item, Run run) {
    boolean repeated = run.repeats(item.id().value(), row.line());
    Optional<Item> sameNumber = items.byGtin(item.gtin());
    if (sameNumber.filter(item::equals).isPresent()) {
      return Optional.of(Saved.UNCHANGED);
    }
    if (repeated) {
      row.fault("id", "twice-in-file");
    }
    if (sameNumber.filter(other -> !other.id().equals(item.id())).isPresent()) {
      row.fault("gtin", "gtin-of-another-item");
    }
    return row.good() ? Optional.of(items.save(item)) : Optional.empty();
  }
}
