package dev.aisle.hmi.api.station;

import dev.aisle.hmi.api.Commands;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the job a person has in hand. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "stations")
class TaskController {

  private final StationScreens desk;
  private final Commands commands;

  TaskController(StationScreens desk, Commands commands) {
    this.desk = desk;
    this.commands = commands;
  }

  @PostMapping("/{id}/start")
  JobEffect start(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", JobEffect.class, () -> desk.start(id, who.getName()));
  }

  @PostMapping("/{id}/confirm")
  JobEffect confirm(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody Confirm what,
      Principal who) {
    return commands.once(key, what, JobEffect.class, () -> desk.confirm(id, what, who.getName()));
  }

  @PostMapping("/{id}/short")
  JobEffect shortPick(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody ShortPick what,
      Principal who) {
    return commands.once(key, what, JobEffect.class, () -> desk.shortPick(id, what, who.getName()));
  }

  @PostMapping("/{id}/exception")
  JobEffect exception(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody ExceptionReport what,
      Principal who) {
    return commands.once(key, what, JobEffect.class, () -> desk.exception(id, what, who.getName()));
  }
}
