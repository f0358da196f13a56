package dev.aisle.wms.item.internal;

import dev.aisle.wms.item.Dimensions;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of items. */
@Entity
@Table(name = "item")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ItemEntity {
  @Id private String id;
  private String name;
  private String gtin;

  @Column(name = "length_mm")
  private int lengthMm;

  @Column(name = "width_mm")
  private int widthMm;

  @Column(name = "height_mm")
  private int heightMm;

  @Column(name = "weight_g")
  private long weightG;

  @Column(name = "units_per_case")
  private int unitsPerCase;

  @Column(name = "cases_per_pallet")
  private int casesPerPallet;

  @Column(name = "shelf_life_days")
  private @Nullable Integer shelfLifeDays;

  private String category;

  protected ItemEntity() {}

  ItemEntity(Item item) {
    id = item.id().value();
    describe(item);
  }

  final void describe(Item item) {
    name = item.name();
    gtin = item.gtin().digits();
    lengthMm = item.each().lengthMm();
    widthMm = item.each().widthMm();
    heightMm = item.each().heightMm();
    weightG = item.weightG();
    unitsPerCase = item.unitsPerCase();
    casesPerPallet = item.casesPerPallet();
    shelfLifeDays = item.shelfLifeDays().orElse(null);
    category = item.category();
  }

  Item toItem() {
    return new Item(
        new ItemId(id),
        name,
        new Gtin(gtin),
        new Dimensions(lengthMm, widthMm, heightMm),
        weightG,
        unitsPerCase,
        casesPerPallet,
        Optional.ofNullable(shelfLifeDays),
        category);
  }
}
