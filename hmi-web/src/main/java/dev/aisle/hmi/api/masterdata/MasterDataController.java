package dev.aisle.hmi.api.masterdata;

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
@RequestMapping("/api/v1")
@Tag(name = "master data")
class MasterDataController {

  private final MasterDataScreens data;

  MasterDataController(MasterDataScreens data) {
    this.data = data;
  }

  @GetMapping("/items")
  Page<ItemView> items(
      @RequestParam(required = false) @Nullable String category,
      @ParameterObject @Valid ListQuery query) {
    return data.items(category, query);
  }

  @GetMapping(path = "/items.csv", produces = "text/csv")
  ResponseEntity<byte[]> itemsExport(
      @RequestParam(required = false) @Nullable String category,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("items", ItemView.class, query, part -> data.items(category, part));
  }

  @GetMapping("/parties")
  Page<PartyView> parties(
      @RequestParam(required = false) @Nullable String role,
      @ParameterObject @Valid ListQuery query) {
    return data.parties(role, query);
  }

  @GetMapping(path = "/parties.csv", produces = "text/csv")
  ResponseEntity<byte[]> partiesExport(
      @RequestParam(required = false) @Nullable String role,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("parties", PartyView.class, query, part -> data.parties(role, part));
  }

  @GetMapping("/locations")
  Page<LocationView> locations(
      @RequestParam(required = false) @Nullable String type,
      @ParameterObject @Valid ListQuery query) {
    return data.locations(type, query);
  }

  @GetMapping(path = "/locations.csv", produces = "text/csv")
  ResponseEntity<byte[]> locationsExport(
      @RequestParam(required = false) @Nullable String type,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("locations", LocationView.class, query, part -> data.locations(type, part));
  }
}
