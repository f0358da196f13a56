package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.floor.Answers;
import dev.aisle.hmi.live.fleet.ServicePort;
import dev.aisle.hmi.live.fleet.VehicleServices;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a vehicle can be asked for outside its orders. */
@RestController
@RequestMapping("/api/v1/vehicles/{id}/services")
@Tag(name = "fleet")
class ServiceController {
  private static final String VEHICLE = "vehicle";

  private final ServicePort services;
  private final Commands commands;

  ServiceController(ServicePort services, Commands commands) {
    this.services = services;
    this.commands = commands;
  }

  @GetMapping
  VehicleServices services(@PathVariable String id) {
    return services.of(id).orElseThrow(() -> Refusal.notFound(VEHICLE, id));
  }

  @PostMapping
  Done ask(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody ServiceWanted wanted,
      Principal who) {
    return commands.once(
        key,
        wanted,
        Done.class,
        () -> {
          check(services(id), wanted);
          return Answers.done(
              services.ask(id, "ask-" + key, wanted.type(), wanted.parameters(), who.getName()),
              VEHICLE,
              id);
        });
  }

  private static void check(VehicleServices can, ServiceWanted wanted) {
    VehicleServices.Offered offered =
        can.offered().stream()
            .filter(one -> one.type().equals(wanted.type()))
            .findFirst()
            .orElseThrow(
                () -> Refusal.invalid("type", "unknown", "The vehicle does not know this action."));
    Set<String> unknown = new HashSet<>(wanted.parameters().keySet());
    for (VehicleServices.Parameter one : offered.parameters()) {
      unknown.remove(one.key());
      String value = wanted.parameters().getOrDefault(one.key(), "");
      String field = "parameters." + one.key();
      if (one.required() && value.isBlank()) {
        throw Refusal.invalid(field, "missing", "The action needs this parameter.");
      }
      if (one.link() && !value.isBlank() && !isAddress(value)) {
        throw Refusal.invalid(field, "no-address", "An address begins with http:// or https://.");
      }
    }
    if (!unknown.isEmpty()) {
      throw Refusal.invalid(
          "parameters." + unknown.iterator().next(),
          "unknown",
          "The action has no such parameter.");
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && String.valueOf(address.getScheme()).matches("https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
