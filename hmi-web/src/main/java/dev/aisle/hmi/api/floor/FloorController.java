package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleAbilities;
import dev.aisle.hmi.live.fleet.VehicleRow;
import dev.aisle.hmi.live.floor.FloorPort;
import dev.aisle.hmi.live.floor.FloorPort.FloorView;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "floor")
class FloorController {

  private final FloorPort floor;
  private final FleetPort fleet;
  private final TransportScreens transports;
  private final Commands commands;

  FloorController(
      FloorPort floor, FleetPort fleet, TransportScreens transports, Commands commands) {
    this.floor = floor;
    this.fleet = fleet;
    this.transports = transports;
    this.commands = commands;
  }

  @GetMapping("/floor")
  FloorView floor() {
    return floor.floor();
  }

  @GetMapping("/vehicles")
  List<VehicleRow> vehicles() {
    return fleet.view().vehicles();
  }

  @GetMapping("/vehicles/{id}/abilities")
  VehicleAbilities abilities(@PathVariable String id) {
    return fleet.abilities(id).orElseThrow(() -> Refusal.notFound("vehicle", id));
  }

  @PostMapping("/vehicles/{id}/pause")
  Done pause(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(fleet.pause(id, who.getName()), "vehicle", id));
  }

  @PostMapping("/vehicles/{id}/resume")
  Done resume(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(fleet.resume(id, who.getName()), "vehicle", id));
  }

  @GetMapping("/transports")
  Page<TransportView> transports(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String vehicle,
      @ParameterObject @Valid ListQuery query) {
    return transports.list(state, vehicle, query);
  }

  @GetMapping(path = "/transports.csv", produces = "text/csv")
  ResponseEntity<byte[]> transportsExport(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String vehicle,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of(
        "transports", TransportView.class, query, part -> transports.list(state, vehicle, part));
  }

  @PostMapping("/transports/{id}/cancel")
  TransportView cancel(
      @RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", TransportView.class, () -> transports.cancel(id, who.getName()));
  }
}
