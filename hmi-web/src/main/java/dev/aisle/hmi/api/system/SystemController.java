package dev.aisle.hmi.api.system;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "system")
class SystemController {

  private final SystemScreens system;

  SystemController(SystemScreens system) {
    this.system = system;
  }

  @GetMapping("/system/summary")
  SystemSummary summary() {
    return system.summary();
  }

  @GetMapping("/exceptions")
  Page<ExceptionView> exceptions(
      @RequestParam(required = false) @Nullable String kind,
      @ParameterObject @Valid ListQuery query) {
    return system.exceptions(kind, query);
  }

  @GetMapping(path = "/exceptions.csv", produces = "text/csv")
  ResponseEntity<byte[]> exceptionsExport(
      @RequestParam(required = false) @Nullable String kind,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of(
        "exceptions", ExceptionView.class, query, part -> system.exceptions(kind, part));
  }
}
