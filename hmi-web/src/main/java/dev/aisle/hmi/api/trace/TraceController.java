package dev.aisle.hmi.api.trace;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/trace")
@Tag(name = "trace")
class TraceController {

  private final TraceScreens trace;

  TraceController(TraceScreens trace) {
    this.trace = trace;
  }

  @GetMapping("/units/{sscc}")
  TraceView unit(@PathVariable String sscc) {
    return trace.unit(sscc);
  }

  @GetMapping("/orders/{id}")
  TraceView order(@PathVariable String id) {
    return trace.order(id);
  }
}
