package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.fleet.RecoveryPort;
import dev.aisle.hmi.live.fleet.RecoveryPort.Answer;
import dev.aisle.hmi.live.fleet.RecoveryPort.Found;
import dev.aisle.hmi.live.fleet.VehicleRecovery;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
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

/** A vehicle in trouble: what is known of it, and what a person found. */
@RestController
@RequestMapping("/api/v1/vehicles/{id}/recovery")
@Tag(name = "fleet")
class RecoveryController {
  private final RecoveryPort vehicles;
  private final Commands commands;

  RecoveryController(RecoveryPort vehicles, Commands commands) {
    this.vehicles = vehicles;
    this.commands = commands;
  }

  @GetMapping
  VehicleRecovery look(@PathVariable String id) {
    return vehicles.look(id).orElseThrow(() -> Refusal.notFound("vehicle", id));
  }

  @PostMapping
  Done recover(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody RecoveryWanted wanted,
      Principal who) {
    Found found =
        new Found(
            wanted.node(),
            wanted.aboard(),
            given("unit", wanted.unit(), wanted.aboard() == Aboard.UNIT),
            wanted.fate(),
            given(
                "putAt",
                wanted.putAt(),
                wanted.fate() == Fate.DELIVERED || wanted.fate() == Fate.STANDS_AT),
            Boolean.TRUE.equals(wanted.off()),
            wanted.note());
    return commands.once(
        key, wanted, Done.class, () -> done(vehicles.recover(id, found, who.getName()), id));
  }

  /** A field that another answer asks for, and that counts only then. */
  private static Optional<String> given(String field, @Nullable String value, boolean needed) {
    if (needed && (value == null || value.isBlank())) {
      throw Refusal.invalid(field, "required", "This is missing.");
    }
    return needed ? Optional.ofNullable(value) : Optional.empty();
  }

  private static Done done(Answer answer, String id) {
    return switch (answer) {
      case Answer.Done done -> Done.DONE;
      case Answer.NoVehicle none -> throw Refusal.notFound("vehicle", id);
      case Answer.Refused refused ->
          throw new Refusal(
              Problem.of(
                  409,
                  "recovery-" + refused.code(),
                  "The vehicle '%s' cannot be taken up again so.".formatted(id),
                  refused.field().orElse(null),
                  Map.of(
                      "vehicle",
                      id,
                      "a",
                      refused.values().isEmpty() ? "" : refused.values().getFirst())));
    };
  }
}
