package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.fleet.TransportPort;
import dev.aisle.hmi.live.fleet.TransportPort.Found;
import dev.aisle.hmi.live.fleet.TransportPort.Wish;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be changed about a transport after it was asked for. */
@RestController
@RequestMapping("/api/v1/transports/{id}")
@Tag(name = "floor")
class TransportController {

  private final TransportPort transports;
  private final Commands commands;

  TransportController(TransportPort transports, Commands commands) {
    this.transports = transports;
    this.commands = commands;
  }

  @PostMapping("/hold")
  Done hold(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return change(key, "", id, new Wish.Hold(), who);
  }

  @PostMapping("/let-go")
  Done letGo(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id, Principal who) {
    return change(key, "", id, new Wish.LetGo(), who);
  }

  @PostMapping("/reroute")
  Done reroute(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody TransportChanges.Reroute wanted,
      Principal who) {
    return change(key, wanted, id, new Wish.Reroute(wanted.to()), who);
  }

  @PostMapping("/accept")
  Done accept(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody TransportChanges.Accept seen,
      Principal who) {
    return change(key, seen, id, new Wish.Accept(seen.why()), who);
  }

  @PutMapping("/priority")
  Done priority(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody TransportChanges.Priority wanted,
      Principal who) {
    return change(key, wanted, id, new Wish.Prioritise(wanted.priority()), who);
  }

  @PutMapping("/terms")
  Done terms(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody TransportChanges.Terms wanted,
      Principal who) {
    return change(key, wanted, id, new Wish.Ask(terms(wanted)), who);
  }

  @PostMapping("/close")
  Done close(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody TransportChanges.Close seen,
      Principal who) {
    String at = Objects.requireNonNullElse(seen.at(), "");
    if (at.isEmpty() && seen.found() != Found.ON_VEHICLE) {
      throw Refusal.invalid("at", "required", "Say where the load stands.");
    }
    return change(key, seen, id, new Wish.Close(seen.found(), at), who);
  }

  private Done change(UUID key, Object content, String id, Wish wish, Principal who) {
    return commands.once(
        key,
        content,
        Done.class,
        () ->
            Answers.done(
                transports.change(id, wish, who.getName()), "transport", id, fieldsOf(wish)));
  }

  /** Which field of a form a refusal is about. */
  private static Map<String, String> fieldsOf(Wish wish) {
    String node = wish instanceof Wish.Reroute ? "to" : wish instanceof Wish.Close ? "at" : "calls";
    return Map.of(
        "transport-no-such-node",
        node,
        "transport-no-place-for-loads",
        node,
        "transport-no-such-vehicle",
        "vehicle",
        "transport-waits-in-a-circle",
        "after");
  }

  private static TransportPort.Terms terms(TransportChanges.Terms wanted) {
    if (wanted.notBefore() != null
        && wanted.deadline() != null
        && wanted.deadline().isBefore(wanted.notBefore())) {
      throw Refusal.invalid("deadline", "too-early", "It is due before it may be fetched.");
    }
    List<TransportChanges.Call> calls = Objects.requireNonNullElse(wanted.calls(), List.of());
    return new TransportPort.Terms(
        Optional.ofNullable(wanted.notBefore()),
        Optional.ofNullable(wanted.deadline()),
        Objects.requireNonNullElse(wanted.after(), List.of()),
        Objects.requireNonNullElse(wanted.sameVehicle(), false),
        Optional.ofNullable(wanted.vehicle()),
        Objects.requireNonNullElse(wanted.loadType(), ""),
        Optional.ofNullable(wanted.weightKg()),
        calls.stream()
            .map(call -> new TransportPort.Call(call.node(), Duration.ofSeconds(call.seconds())))
            .toList());
  }
}
