package dev.aisle.hmi.api.alarm;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.alarm.AlarmView.AlarmScope;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
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

@RestController
@RequestMapping("/api/v1")
@Tag(name = "alarms")
class AlarmController {

  private final AlarmScreens alarms;
  private final Commands commands;

  AlarmController(AlarmScreens alarms, Commands commands) {
    this.alarms = alarms;
    this.commands = commands;
  }

  @GetMapping("/alarms")
  Page<AlarmView> list(
      @RequestParam(defaultValue = "active") AlarmScope state,
      @ParameterObject @Valid ListQuery query) {
    return alarms.list(state, query);
  }

  @GetMapping(path = "/alarms.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "history") AlarmScope state,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("alarms", AlarmView.class, query, part -> alarms.list(state, part));
  }

  @PostMapping("/alarms/{id}/ack")
  AlarmView acknowledge(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable long id,
      @Valid @RequestBody Acknowledgement seen,
      Principal who) {
    return commands.once(
        key, seen, AlarmView.class, () -> alarms.acknowledge(id, seen.note(), who.getName()));
  }
}
