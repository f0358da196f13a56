package dev.aisle.hmi.api.device;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.PassPort;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Read points and the passes of tags there, newest first, as far as they are kept. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "read points")
class ReadPointController {

  private final PassPort passes;

  ReadPointController(PassPort passes) {
    this.passes = passes;
  }

  @GetMapping("/read-points")
  List<PassPort.ReadPointView> readPoints() {
    return passes.readPoints();
  }

  @GetMapping("/read-points/{id}/passes")
  Page<PassPort.PassRow> passes(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Boolean counted,
      @ParameterObject @Valid ListQuery query) {
    requireReadPoint(id);
    return list(id, counted, query);
  }

  @GetMapping(path = "/read-points/{id}/passes.csv", produces = "text/csv")
  ResponseEntity<byte[]> passesExport(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Boolean counted,
      @ParameterObject @Valid ListQuery query) {
    requireReadPoint(id);
    return CsvExport.of("passes", PassPort.PassRow.class, query, part -> list(id, counted, part));
  }

  private void requireReadPoint(String id) {
    if (passes.readPoints().stream().noneMatch(point -> point.id().equals(id))) {
      throw Refusal.notFound("read-point", id);
    }
  }

  private Page<PassPort.PassRow> list(String id, @Nullable Boolean counted, ListQuery query) {
    String text = query.text().orElse("").toUpperCase(Locale.ROOT);
    List<PassPort.PassRow> found =
        passes.passes(id).stream()
            .filter(pass -> counted == null || pass.counted() == counted)
            .filter(pass -> pass.epc().contains(text))
            .toList();
    long from = Math.min((long) query.pageNumber() * query.pageSize(), found.size());
    long to = Math.min(from + query.pageSize(), found.size());
    return new Page<>(
        found.subList((int) from, (int) to), found.size(), query.pageNumber(), query.pageSize());
  }

  @GetMapping("/read-points/{id}/why")
  PassPort.Why why(
      @PathVariable String id, @RequestParam @Pattern(regexp = "[0-9A-Fa-f]{4,124}") String epc) {
    return passes
        .why(id, epc.toUpperCase(Locale.ROOT))
        .orElseThrow(() -> Refusal.notFound("read-point", id));
  }

  @GetMapping("/passes/{number}")
  PassPort.PassView pass(@PathVariable String number) {
    return (number.matches("[0-9]{1,18}")
            ? passes.pass(Long.parseLong(number))
            : java.util.Optional.<PassPort.PassView>empty())
        .orElseThrow(() -> Refusal.notFound("pass", number));
  }
}
