package dev.aisle.hmi.api.stock;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock")
@Tag(name = "stock")
class StockController {

  private final StockScreens stock;

  StockController(StockScreens stock) {
    this.stock = stock;
  }

  @GetMapping("/by-item")
  Page<StockByItem> byItem(@ParameterObject @Valid ListQuery query) {
    return stock.byItem(query);
  }

  @GetMapping(path = "/by-item.csv", produces = "text/csv")
  ResponseEntity<byte[]> byItemExport(@ParameterObject @Valid ListQuery query) {
    return CsvExport.of("stock-by-item", StockByItem.class, query, stock::byItem);
  }

  @GetMapping("/by-location")
  Page<StockByLocation> byLocation(
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String zone,
      @ParameterObject @Valid ListQuery query) {
    return stock.byLocation(item, zone, query);
  }

  @GetMapping(path = "/by-location.csv", produces = "text/csv")
  ResponseEntity<byte[]> byLocationExport(
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String zone,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of(
        "stock-by-location",
        StockByLocation.class,
        query,
        part -> stock.byLocation(item, zone, part));
  }
}
