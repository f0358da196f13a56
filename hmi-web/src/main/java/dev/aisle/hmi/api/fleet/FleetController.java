package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.floor.Answers;
import dev.aisle.hmi.live.fleet.ClosedPlace;
import dev.aisle.hmi.live.fleet.FleetCommands;
import dev.aisle.hmi.live.fleet.FleetCommands.Place;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to vehicles and to the fleet as a whole; none of them is an emergency stop. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "fleet")
class FleetController {
  private static final String VEHICLE = "vehicle";

  private final FleetCommands fleet;
  private final Commands commands;

  FleetController(FleetCommands fleet, Commands commands) {
    this.fleet = fleet;
    this.commands = commands;
  }

  @PostMapping("/vehicles/{id}/send")
  Done send(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody NodeWanted to,
      Principal who) {
    return commands.once(
        key,
        to,
        Done.class,
        () -> Answers.done(fleet.send(id, to.node(), who.getName()), VEHICLE, id));
  }

  @PostMapping("/vehicles/{id}/charge")
  Done charge(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(fleet.charge(id, who.getName()), VEHICLE, id));
  }

  @PostMapping("/vehicles/{id}/park")
  Done park(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(fleet.park(id, who.getName()), VEHICLE, id));
  }

  @PostMapping("/vehicles/{id}/work")
  Done work(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return commands.once(
        key, "", Done.class, () -> Answers.done(fleet.work(id, who.getName()), VEHICLE, id));
  }

  @PostMapping("/fleet/pause")
  Told pauseAll(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody Several which, Principal who) {
    return commands.once(key, which, Told.class, () -> told(true, which, who));
  }

  @PostMapping("/fleet/resume")
  Told resumeAll(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody Several which, Principal who) {
    return commands.once(key, which, Told.class, () -> told(false, which, who));
  }

  private Told told(boolean pause, Several which, Principal who) {
    return new Told(fleet.pauseAll(pause, Optional.ofNullable(which.within()), who.getName()));
  }

  @GetMapping("/floor/closures")
  List<ClosedPlace> closures() {
    return fleet.closed();
  }

  @PostMapping("/floor/closures")
  Done close(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody PlaceToClose what, Principal who) {
    Place place = place(what.from(), what.to());
    return commands.once(
        key,
        what,
        Done.class,
        () -> Answers.done(fleet.close(place, what.why(), who.getName()), "place", what.from()));
  }

  @PostMapping("/floor/openings")
  Done open(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody PlaceToOpen what, Principal who) {
    Place place = place(what.from(), what.to());
    return commands.once(
        key,
        what,
        Done.class,
        () -> Answers.done(fleet.open(place, who.getName()), "place", what.from()));
  }

  private static Place place(String from, @Nullable String to) {
    return new Place(from, Optional.ofNullable(to).filter(end -> !end.isBlank()));
  }
}
