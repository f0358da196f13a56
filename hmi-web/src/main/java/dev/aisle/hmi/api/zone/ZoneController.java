package dev.aisle.hmi.api.zone;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.floor.Answers;
import dev.aisle.hmi.live.zone.ZonePort;
import dev.aisle.hmi.live.zone.ZoneRow;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The zones of the floor; pausing one is not an emergency stop. */
@RestController
@RequestMapping("/api/v1/floor/zones")
@Tag(name = "fleet")
class ZoneController {
  private static final String ZONE = "zone";

  private final ZonePort zones;
  private final Commands commands;

  ZoneController(ZonePort zones, Commands commands) {
    this.zones = zones;
    this.commands = commands;
  }

  @GetMapping
  List<ZoneRow> zones() {
    return zones.zones();
  }

  @PostMapping("/{id}/pause")
  Done pause(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(zones.pause(id, who.getName()), ZONE, id));
  }

  @PostMapping("/{id}/resume")
  Done resume(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(zones.resume(id, who.getName()), ZONE, id));
  }
}
