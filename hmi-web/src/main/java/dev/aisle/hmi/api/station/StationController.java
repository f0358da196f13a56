package dev.aisle.hmi.api.station;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.live.device.StationPort;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stations")
@Tag(name = "stations")
class StationController {

  private final StationScreens desk;
  private final Commands commands;

  StationController(StationScreens desk, Commands commands) {
    this.desk = desk;
    this.commands = commands;
  }

  @GetMapping
  List<StationView> list() {
    return desk.stations();
  }

  @PostMapping("/{id}/sign-on")
  StationView signOn(
      @RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", StationView.class, () -> desk.signOn(id, who.getName()));
  }

  @PostMapping("/{id}/sign-off")
  StationView signOff(
      @RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(key, "", StationView.class, () -> desk.signOff(id, who.getName()));
  }

  @GetMapping("/{id}/job")
  @ApiResponse(responseCode = "200", description = "The job to do now", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "204", description = "Nothing to do", content = @Content)
  ResponseEntity<Job> job(@PathVariable String id, Principal who) {
    return desk.job(id, who.getName())
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @GetMapping("/{id}/equipment")
  StationPort.Equipment equipment(@PathVariable String id) {
    return desk.equipment(id);
  }

  @GetMapping("/{id}/queue")
  List<JobSummary> queue(@PathVariable String id) {
    return desk.queue(id);
  }
}
