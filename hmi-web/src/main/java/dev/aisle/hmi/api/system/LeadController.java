package dev.aisle.hmi.api.system;

import dev.aisle.hmi.live.lead.LeadPort;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/system/lead")
@Tag(name = "system")
class LeadController {
  private final LeadPort lead;

  LeadController(LeadPort lead) {
    this.lead = lead;
  }

  @GetMapping
  LeadPort.View lead() {
    return lead.lead();
  }
}
