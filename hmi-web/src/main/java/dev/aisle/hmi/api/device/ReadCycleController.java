package dev.aisle.hmi.api.device;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.CyclePort;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Read cycles and their reports, newest first, as far as they are kept. */
@RestController
@RequestMapping("/api/v1/read-cycles")
@Tag(name = "read points")
class ReadCycleController {

  private final CyclePort cycles;
  private final Commands commands;

  ReadCycleController(CyclePort cycles, Commands commands) {
    this.cycles = cycles;
    this.commands = commands;
  }

  @GetMapping
  List<CyclePort.CycleView> readCycles() {
    return cycles.cycles();
  }

  @GetMapping("/{id}/reports")
  List<CyclePort.CycleReportView> cycleReports(@PathVariable String id) {
    return cycles.reports(id).orElseThrow(() -> Refusal.notFound("read-cycle", id));
  }

  @PostMapping("/{id}/begin")
  Done beginCycle(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id) {
    return commands.once(key, id, Done.class, () -> done(cycles.begin(id), id));
  }

  @PostMapping("/{id}/end")
  Done endCycle(@RequestHeader(Commands.KEY) UUID key, @PathVariable String id) {
    return commands.once(key, id, Done.class, () -> done(cycles.end(id), id));
  }

  private static Done done(boolean known, String id) {
    if (!known) {
      throw Refusal.notFound("read-cycle", id);
    }
    return Done.DONE;
  }
}
