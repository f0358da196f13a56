package dev.aisle.hmi.api.inbound;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.inbound.AdviceRow.AdviceState;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "inbound")
class AdviceController {

  private final AdviceScreens advices;
  private final Commands commands;

  AdviceController(AdviceScreens advices, Commands commands) {
    this.advices = advices;
    this.commands = commands;
  }

  @GetMapping("/advices")
  Page<AdviceRow> list(
      @RequestParam(required = false) @Nullable AdviceState state,
      @ParameterObject @Valid ListQuery query) {
    return advices.list(state, query);
  }

  @GetMapping(path = "/advices.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(
      @RequestParam(required = false) @Nullable AdviceState state,
      @ParameterObject @Valid ListQuery query) {
    return CsvExport.of("advices", AdviceRow.class, query, part -> advices.list(state, part));
  }

  @GetMapping("/advices/{id}")
  AdviceView get(@PathVariable String id) {
    return advices.get(id);
  }

  @PostMapping("/advices")
  @ResponseStatus(HttpStatus.CREATED)
  AdviceView announce(
      @RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody NewAdvice advice, Principal who) {
    return commands.once(
        key, advice, AdviceView.class, () -> advices.announce(advice, who.getName()));
  }

  @PostMapping("/advices/{id}/arrive")
  AdviceView arrive(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String id,
      @Valid @RequestBody Arrival arrival) {
    return commands.once(
        key, List.of(id, arrival), AdviceView.class, () -> advices.arrive(id, arrival.dock()));
  }
}
