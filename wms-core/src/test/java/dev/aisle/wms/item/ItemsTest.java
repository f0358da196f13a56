package dev.aisle.wms.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Saved;
import dev.aisle.wms.testing.WmsTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WmsTest
class ItemsTest {
  @Autowired Items items;

  private static Item item(String id, String name) {
    return new Item(
        new ItemId(id),
        name,
        Gtin.complete("0%012d".formatted(Integer.parseInt(id.substring(2)))),
        new Dimensions(100, 80, 60),
        250,
        12,
        40,
        Optional.of(365),
        "Food");
  }

  @Test
  void savingTheSameItemTwiceChangesNothing() {
    assertThat(items.save(item("I-1", "Tea"))).isEqualTo(Saved.ADDED);
    assertThat(items.save(item("I-1", "Tea"))).isEqualTo(Saved.UNCHANGED);
    assertThat(items.save(item("I-1", "Green tea"))).isEqualTo(Saved.CHANGED);
    assertThat(items.require(new ItemId("I-1")).name()).isEqualTo("Green tea");
  }

  @Test
  void aListIsSearchedSortedAndPaged() {
    items.save(item("I-1", "Tea"));
    items.save(item("I-2", "Coffee"));
    items.save(item("I-3", "100% tea"));
    var byNameDescending =
        new ListQuery(0, 2, Optional.of("name"), true, Optional.of("te"), Map.of());
    assertThat(items.list(byNameDescending).items())
        .extracting(Item::name)
        .isEqualTo(List.of("Tea", "100% tea"));
    var literalPercent = new ListQuery(0, 9, Optional.empty(), false, Optional.of("0%"), Map.of());
    assertThat(items.list(literalPercent).total()).isEqualTo(1);
    assertThat(items.list(ListQuery.first(2)).total()).isEqualTo(3);
  }
}
