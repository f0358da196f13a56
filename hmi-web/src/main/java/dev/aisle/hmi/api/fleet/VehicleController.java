package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.fleet.VehicleHistory;
import dev.aisle.hmi.live.fleet.VehicleInsight;
import dev.aisle.hmi.live.fleet.VehicleMessage;
import dev.aisle.hmi.live.fleet.VehicleOrderView;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One vehicle in detail. */
@RestController
@RequestMapping("/api/v1/vehicles/{id}")
@Tag(name = "fleet")
class VehicleController {
  private static final String VEHICLE = "vehicle";

  private final VehicleInsight insight;

  VehicleController(VehicleInsight insight) {
    this.insight = insight;
  }

  @GetMapping("/order")
  VehicleOrderView order(@PathVariable String id) {
    return insight.order(id).orElseThrow(() -> Refusal.notFound(VEHICLE, id));
  }

  @GetMapping("/messages")
  List<VehicleMessage> messages(@PathVariable String id) {
    return insight.messages(id).orElseThrow(() -> Refusal.notFound(VEHICLE, id));
  }

  @GetMapping("/history")
  VehicleHistory history(
      @PathVariable String id, @RequestParam(defaultValue = "8") @Min(1) @Max(72) int hours) {
    return insight
        .history(id, Duration.ofHours(hours))
        .orElseThrow(() -> Refusal.notFound(VEHICLE, id));
  }
}
