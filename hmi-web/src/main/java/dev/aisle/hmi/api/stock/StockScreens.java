package dev.aisle.hmi.api.stock;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.wms.inventory.StockViews;
import dev.aisle.wms.inventory.StockViews.Content;
import dev.aisle.wms.inventory.StockViews.ItemStock;
import dev.aisle.wms.inventory.StockViews.PlaceStock;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stock as screens see it. */
@Component
class StockScreens {

  private final StockViews views;

  StockScreens(StockViews views) {
    this.views = views;
  }

  Page<StockByItem> byItem(ListQuery query) {
    return WmsLists.page(views.byItem(WmsLists.query(query)), StockScreens::row);
  }

  Page<StockByLocation> byLocation(@Nullable String item, @Nullable String zone, ListQuery query) {
    var wanted = WmsLists.where(WmsLists.where(WmsLists.query(query), "item", item), "zone", zone);
    return WmsLists.page(views.byLocation(wanted), StockScreens::row);
  }

  private static StockByItem row(ItemStock stock) {
    return new StockByItem(
        stock.item().value(),
        stock.name(),
        stock.onHand(),
        stock.reserved(),
        stock.free(),
        (int) stock.units(),
        stock.oldestExpiry().orElse(null));
  }

  private static StockByLocation row(PlaceStock place) {
    Optional<Content> content = place.content();
    return new StockByLocation(
        place.location().value(),
        Words.kebab(LocationType.valueOf(place.type())),
        place.zone(),
        WmsLists.orNull(place.unit(), Sscc::digits),
        WmsLists.orNull(content, stock -> stock.item().value()),
        WmsLists.orNull(content, Content::name),
        content.map(stock -> stock.lot().code()).filter(code -> !code.isEmpty()).orElse(null),
        content.flatMap(stock -> stock.lot().expiry()).orElse(null),
        content.map(Content::onHand).orElse(0L),
        content.map(Content::reserved).orElse(0L),
        WmsLists.orNull(content, stock -> stock.owner().value()),
        WmsLists.orNull(content, stock -> Words.camel(stock.status())));
  }
}
