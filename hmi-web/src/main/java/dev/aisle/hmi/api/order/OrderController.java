package dev.aisle.hmi.api.order;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "orders")
class OrderController {

  private final OrderScreens orders;
  private final Commands commands;

  OrderController(OrderScreens orders, Commands commands) {
    this.orders = orders;
    this.commands = commands;
  }

  @GetMapping("/orders")
  Page<OrderRow> list(
      @ParameterObject @Valid OrderFilter filter, @ParameterObject @Valid ListQuery query) {
    return orders.list(filter, query);
  }

  @GetMapping(path = "/orders.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(
      @ParameterObject @Valid OrderFilter filter, @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("orders", OrderRow.class, query, part -> orders.list(filter, part));
  }

  @GetMapping("/orders/{id}")
  OrderView get(@PathVariable String id) {
    return orders.get(id);
  }

  @PostMapping("/orders")
  @ResponseStatus(HttpStatus.CREATED)
  OrderView enter(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody NewOrder order, Principal who) {
    return commands.once(key, order, OrderView.class, () -> orders.enter(order, who.getName()));
  }

  @PostMapping("/orders/{id}/confirm")
  OrderView confirm(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", OrderView.class, () -> orders.confirm(id, who.getName()));
  }

  @PostMapping("/orders/{id}/cancel")
  OrderView cancel(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", OrderView.class, () -> orders.cancel(id, who.getName()));
  }

  @PostMapping("/orders/{id}/milestones")
  OrderView advance(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody MilestoneChange change,
      Principal who) {
    return commands.once(
        key, change, OrderView.class, () -> orders.advance(id, change.milestone(), who.getName()));
  }
}
