package dev.aisle.hmi.api.shipment;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.shipment.LoadRow.LoadState;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods equal papers before the truck leaves. */
@RestController
@RequestMapping("/api/v1/loads")
@Tag(name = "loads")
class LoadController {

  private final LoadScreens loads;
  private final Commands commands;

  LoadController(LoadScreens loads, Commands commands) {
    this.loads = loads;
    this.commands = commands;
  }

  /** Those that have not left, oldest first, or the latest that have. */
  @GetMapping
  List<LoadRow> list(@RequestParam(defaultValue = "false") boolean left) {
    return left ? loads.left() : loads.open();
  }

  /** Every load, those that have left too; without an order the latest opened comes first. */
  @GetMapping("/all")
  Page<LoadRow> all(
      @RequestParam(required = false) @Nullable LoadState state,
      @RequestParam(required = false) @Nullable String dock,
      @RequestParam(required = false) @Nullable Boolean byHand,
      @ParameterObject @Valid ListQuery query) {
    return loads.all(state, dock, byHand, query);
  }

  @GetMapping(path = "/all.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(
      @RequestParam(required = false) @Nullable LoadState state,
      @RequestParam(required = false) @Nullable String dock,
      @RequestParam(required = false) @Nullable Boolean byHand,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of(
        "loads", LoadRow.class, query, part -> loads.all(state, dock, byHand, part));
  }

  @GetMapping("/{id}")
  LoadView get(@PathVariable String id) {
    return loads.get(id);
  }

  /** Refused with {@code load-incomplete} while goods do not equal papers. */
  @PostMapping("/{id}/leave")
  LoadView leave(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, id, LoadView.class, () -> loads.leave(id, who.getName()));
  }

  @PostMapping("/{id}/close-by-hand")
  LoadView closeByHand(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody LoadRequests.CloseByHand why,
      Principal who) {
    return commands.once(
        key, why, LoadView.class, () -> loads.closeByHand(id, why.reason(), who.getName()));
  }

  /** Nothing more joins the load. */
  @PostMapping("/{id}/no-more")
  LoadView noMore(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, id, LoadView.class, () -> loads.noMore(id, who.getName()));
  }

  /** Further parcels may join again. */
  @PostMapping("/{id}/go-on")
  LoadView goOn(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, id, LoadView.class, () -> loads.goOn(id, who.getName()));
  }

  @PostMapping("/{id}/scan")
  LoadView scan(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody LoadRequests.Scanned scanned,
      Principal who) {
    return commands.once(
        key, scanned, LoadView.class, () -> loads.scan(id, scanned.code(), who.getName()));
  }

  @PostMapping("/{id}/taken-off")
  LoadView takenOff(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody LoadRequests.TakenOff what,
      Principal who) {
    return commands.once(
        key,
        what,
        LoadView.class,
        () ->
            loads.takenOff(id, what.tag(), what.note() == null ? "" : what.note(), who.getName()));
  }
}
